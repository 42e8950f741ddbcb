package lockstep.listing.decision;

import java.util.Collection;
import lockstep.auth.Levels;
import lockstep.auth.Marking;
import lockstep.listing.proposal.Proposal;

/** The marking of a package: nobody may read it who could not read each of its proposals. */
final class Markings {
    private static final Levels LEVELS = Levels.bundled();

    private Markings() {}

    /** {@code otherwise}: the marking where there is no proposal to take one from. */
    static Marking highest(Marking otherwise, Collection<Proposal> proposals) {
        return proposals.stream()
                .map(Proposal::marking)
                .reduce(LEVELS::stricter)
                .orElse(otherwise);
    }
}
