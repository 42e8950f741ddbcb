package lockstep.web.layout;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lockstep.auth.Marking;
import lockstep.auth.Tlp;

/** The markings of what one page shows; its strip bears the highest of each scheme, and what all may be released to. */
public final class Markings {
    /** Within one scheme from low to high. Schemes have no common ladder, so each shows its own highest. */
    private static final List<String> LADDER = List.of(
            "EU:PUBLIC",
            "EU:LIMITE",
            "EU:RESTREINT_UE",
            "US:UNCLASSIFIED",
            "US:CUI",
            "UK:OFFICIAL",
            "UK:OFFICIAL_SENSITIVE");

    private final List<Marking> shown = new ArrayList<>();

    void show(Marking marking) {
        if (marking != null && marking.level() != null) {
            shown.add(marking);
        }
    }

    public boolean isAny() {
        return !shown.isEmpty();
    }

    /** Message keys of the levels, the highest of each scheme in the order in which the schemes appeared. */
    public List<String> levels() {
        Set<String> schemes = new LinkedHashSet<>();
        shown.forEach(marking -> schemes.add(scheme(marking.level())));
        return schemes.stream()
                .map(scheme -> shown.stream()
                        .map(Marking::level)
                        .filter(level -> scheme(level).equals(scheme))
                        .max(java.util.Comparator.comparingInt(LADDER::indexOf))
                        .orElseThrow()
                        .replace(':', '.'))
                .toList();
    }

    /** The strictest; {@link Tlp} is ordered from strict to open. */
    public Tlp tlp() {
        return shown.stream()
                .map(Marking::tlp)
                .filter(tlp -> tlp != null)
                .min(Tlp::compareTo)
                .orElse(Tlp.AMBER);
    }

    public boolean isOrcon() {
        return shown.stream().anyMatch(Marking::orcon);
    }

    /** What every marking on the page is released to; empty where one of them is for its originator alone. */
    public List<String> relTo() {
        Set<String> common = null;
        for (Marking marking : shown) {
            if (common == null) {
                common = new LinkedHashSet<>(marking.relTo());
            } else {
                common.retainAll(marking.relTo());
            }
        }
        return common == null ? List.of() : List.copyOf(common);
    }

    private static String scheme(String level) {
        int colon = level.indexOf(':');
        return colon < 0 ? level : level.substring(0, colon);
    }
}
