package lockstep.web.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lockstep.web.layout.Messages;
import lockstep.web.services.PackageView;
import lockstep.web.services.ProgrammeView;

/**
 * A package in a few sentences: how many, of which countries, on which grounds, and who lists them already.
 *
 * @param effects what the decision brings about, one sentence for each kind of its entries
 */
public record Brief(List<String> sentences, List<String> effects) {

    static Brief of(PackageView its, ProgrammeView programme, Locale language) {
        List<String> told = new ArrayList<>();
        told.add(Messages.text(language, "brief.size", its.entries().size(), its.countries()));
        Map<String, Integer> said = new TreeMap<>();
        its.entries().stream()
                .filter(entry -> !"ADD".equals(entry.kind()))
                .forEach(entry -> said.merge(
                        entry.sheet() == null ? "kind." + entry.kind() : "sheet." + entry.sheet(), 1, Integer::sum));
        said.forEach(
                (what, count) -> told.add(Messages.text(language, "brief.kind", Messages.text(language, what), count)));
        Map<String, Integer> grounds = new TreeMap<>();
        its.entries().stream()
                .filter(entry -> !"REMOVE".equals(entry.kind()))
                .forEach(entry -> grounds.merge(String.valueOf(entry.ground()), 1, Integer::sum));
        grounds.forEach((ground, count) -> told.add(Messages.text(
                language,
                "brief.ground",
                count,
                Messages.find(language, "ground." + ground).orElse(ground))));
        Map<String, Integer> listed = new TreeMap<>();
        its.entries().forEach(entry -> entry.listedBy().forEach(by -> listed.merge(by, 1, Integer::sum)));
        listed.forEach((by, count) -> told.add(Messages.text(
                language,
                "brief.listed",
                Messages.find(language, "jurisdiction." + by).orElse(by),
                count)));
        return new Brief(told, effects(its, programme, language));
    }

    private static List<String> effects(PackageView its, ProgrammeView programme, Locale language) {
        String measure = Messages.find(language, "programme-effect." + programme.code())
                .orElseGet(() -> Messages.text(language, "brief.measure", programme.name()));
        Map<String, Integer> decided = new TreeMap<>();
        its.entries().forEach(entry -> decided.merge(becoming(entry), 1, Integer::sum));
        return decided.entrySet().stream()
                .map(one -> Messages.text(language, "brief-effect." + one.getKey(), one.getValue(), measure))
                .toList();
    }

    /** What becomes of its listing, as a kind: the sheet of a renewal says it for its entry. */
    private static String becoming(PackageView.Entry entry) {
        return entry.sheet() == null
                ? entry.kind()
                : switch (entry.sheet()) {
                    case "DROP" -> "REMOVE";
                    case "AMEND" -> "AMEND";
                    default -> entry.kind();
                };
    }
}
