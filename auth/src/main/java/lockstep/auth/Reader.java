package lockstep.auth;

import java.util.HashSet;
import java.util.Set;

/**
 * What the policy knows of somebody who wants to read.
 *
 * @param strict names by which a text can be released to this very organisation: its code and groups
 * @param wide the same, and its country, and the agency it is attached to with that agency's groups
 * @param levels marking levels that its clearance opens
 */
public record Reader(String sub, String agency, Set<String> strict, Set<String> wide, Set<String> levels) {

    public Reader {
        strict = Set.copyOf(strict);
        wide = Set.copyOf(wide);
        levels = Set.copyOf(levels);
    }

    /** Somebody who looks after users and agencies alone: no marking is open to them, whatever their agency takes part in. */
    public static Reader ofNoContent(String sub, Agency agency) {
        return new Reader(sub, agency.code(), Set.of(), Set.of(), Set.of());
    }

    /** A person of an agency, or with an empty {@code sub} the agency as such: then its ceiling counts. */
    public static Reader of(String sub, Agency agency, Clearance clearance, Agencies agencies, Levels levels) {
        Set<String> strict = new HashSet<>(agency.groups());
        strict.add(agency.code());
        Set<String> wide = new HashSet<>(strict);
        wide.add(agency.country());
        if (agency.attachedTo() != null) {
            wide.add(agency.attachedTo());
            agencies.find(agency.attachedTo()).ifPresent(parent -> wide.addAll(parent.groups()));
        }
        return new Reader(sub, agency.code(), strict, wide, levels.openTo(clearance.atMost(agency.ceiling())));
    }
}
