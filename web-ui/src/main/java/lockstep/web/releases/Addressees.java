package lockstep.web.releases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lockstep.auth.Agencies;
import lockstep.auth.Agency;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Ui;
import lockstep.web.services.ReleaseView;

/** For whom one can ask: the electorate of a programme, a group, or one agency; chosen as {@code KIND:name}. */
final class Addressees {
    private static final Agencies AGENCIES = Agencies.bundled();

    private Addressees() {}

    static List<Option> all(Programmes programmes) {
        var language = Ui.current().language();
        List<Option> options = new ArrayList<>();
        programmes
                .all()
                .forEach(its -> options.add(Option.of(
                        "ELECTORATE:" + its.code(),
                        Messages.text(
                                language,
                                "release.to-electorate",
                                Messages.find(language, "programme." + its.code())
                                        .orElse(its.code())))));
        Set<String> groups = new TreeSet<>();
        AGENCIES.all().forEach(agency -> groups.addAll(agency.groups()));
        groups.forEach(group -> options.add(Option.of(
                "GROUP:" + group,
                Messages.find(language, "group." + group)
                        .map(words -> group + ": " + words)
                        .orElse(group))));
        AGENCIES.all().stream()
                .filter(Agency::active)
                .sorted(Comparator.comparing(Agency::name))
                .forEach(agency -> options.add(Option.of("AGENCY:" + agency.code(), agency.name())));
        return options;
    }

    /** Puts what was chosen in one field as the service takes it. */
    static void split(ObjectNode request) {
        String chosen = request.path("to").asText("");
        request.remove("to");
        int colon = chosen.indexOf(':');
        if (colon > 0) {
            request.putObject("to").put("kind", chosen.substring(0, colon)).put("name", chosen.substring(colon + 1));
        }
    }

    /** In words; nothing for a downgrade. */
    static String words(ReleaseView.To to) {
        var language = Ui.current().language();
        return switch (to == null ? "" : to.kind()) {
            case "AGENCY" -> AGENCIES.find(to.name()).map(Agency::name).orElse(to.name());
            case "GROUP" ->
                Messages.find(language, "group." + to.name())
                        .map(words -> to.name() + ": " + words)
                        .orElse(to.name());
            case "ELECTORATE" ->
                Messages.text(
                        language,
                        "release.to-electorate",
                        Messages.find(language, "programme." + to.name()).orElse(to.name()));
            default -> "";
        };
    }
}
