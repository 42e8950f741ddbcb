package lockstep.web.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import lockstep.auth.Agencies;
import lockstep.auth.Agency;
import lockstep.auth.Levels;
import lockstep.auth.Tlp;

/** What a marking can be made of: the levels and TLP words, and the groups and agencies that one can release to. */
public final class MarkingChoices {
    private static final Agencies AGENCIES = Agencies.bundled();
    private static final Levels LEVELS = Levels.bundled();

    private MarkingChoices() {}

    public static List<Option> levels() {
        return options(LEVELS.all());
    }

    /** Above the ceiling: only to say what content elsewhere has. */
    public static List<Option> above() {
        return options(LEVELS.above());
    }

    private static List<Option> options(Set<String> levels) {
        Locale language = Ui.current().language();
        return levels.stream()
                .sorted()
                .map(level -> Option.of(
                        level,
                        level.substring(0, level.indexOf(':')) + " · "
                                + Messages.text(language, "level." + level.replace(':', '.'))))
                .toList();
    }

    public static List<Option> tlps() {
        return List.of(Tlp.values()).reversed().stream()
                .filter(tlp -> tlp != Tlp.RED)
                .map(tlp -> Option.of(tlp.name(), tlp.label()))
                .toList();
    }

    /** Groups first, then the institutions and agencies outside the 27 representations, by name. */
    public static List<Option> releases() {
        Locale language = Ui.current().language();
        Set<String> groups = new TreeSet<>();
        AGENCIES.all().forEach(agency -> groups.addAll(agency.groups()));
        List<Option> options = new ArrayList<>();
        groups.forEach(group -> options.add(new Option(
                group, group, Messages.find(language, "group." + group).orElse(""))));
        AGENCIES.all().stream()
                .filter(Agency::active)
                .filter(agency -> !agency.groups().contains("EU27"))
                .sorted(Comparator.comparing(Agency::code))
                .forEach(agency -> options.add(new Option(agency.code(), agency.code(), agency.name())));
        return options;
    }
}
