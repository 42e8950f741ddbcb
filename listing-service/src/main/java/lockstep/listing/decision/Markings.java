package lockstep.listing.decision;

import java.util.Collection;
import java.util.List;
import lockstep.auth.Levels;
import lockstep.auth.Marking;
import lockstep.auth.Tlp;
import lockstep.listing.proposal.Proposal;

/** The marking of a package: nobody may read it who could not read each of its proposals. */
final class Markings {
    private static final Levels LEVELS = Levels.bundled();

    private Markings() {}

    /**
     * The highest of levels and TLP, ORCON if one has it, released only to names that all are released to.
     *
     * @param otherwise the marking where there is no proposal to take one from
     */
    static Marking highest(Marking otherwise, Collection<Proposal> proposals) {
        return proposals.stream()
                .map(Proposal::marking)
                .reduce(Markings::stricter)
                .orElse(otherwise);
    }

    static Marking stricter(Marking one, Marking other) {
        List<String> both = one.relTo().stream().filter(other.relTo()::contains).toList();
        // By the TLP, not by the list: a list that two left empty between them lets nobody in.
        List<String> named = one.tlp() != Tlp.RED
                ? other.named()
                : other.tlp() != Tlp.RED
                        ? one.named()
                        : one.named().stream().filter(other.named()::contains).toList();
        return new Marking(
                LEVELS.higher(one.level(), other.level()),
                one.orcon() || other.orcon(),
                both,
                Tlp.values()[Math.min(one.tlp().ordinal(), other.tlp().ordinal())],
                named);
    }
}
