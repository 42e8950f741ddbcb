package lockstep.listing.language;

import static lockstep.listing.casefile.WhyNot.first;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lockstep.auth.Role;
import lockstep.listing.programme.Office;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.ProposalRefused.Reason;
import lockstep.listing.proposal.Standing;
import lockstep.listing.proposal.Status;

/** Why somebody may not write or confirm a language version now, or null. */
final class LanguageGuards {
    /** The revision is fixed, and its release isn't authorised yet: what a publisher has scheduled stays what it was. */
    private static final Set<Status> POSSIBLE = EnumSet.of(
            Status.SUBMITTED,
            Status.IN_REVIEW,
            Status.LEGAL_REVIEW,
            Status.READY,
            Status.DECIDING,
            Status.ESCALATED,
            Status.APPROVED);

    private LanguageGuards() {}

    /** In which versions can be written and confirmed, for queries. */
    static List<String> possible() {
        return POSSIBLE.stream().map(Status::name).toList();
    }

    /** By the proposing agency's analysts, or by those who bring the act to print. */
    static Reason write(Proposal proposal, Standing by) {
        boolean proposes = by.actor().of(proposal.agency()) && by.actor().has(Role.ANALYST);
        boolean prints = by.holds(Office.SECRETARIAT) || by.holds(Office.PUBLISHER);
        return first(possible(proposal), proposes || prints ? null : Reason.NO_OFFICE);
    }

    /** {@code written} null: there is none. A lawyer of the programme, another person than the writer (G4). */
    static Reason confirm(Proposal proposal, LanguageVersion written, Standing by) {
        return first(
                possible(proposal),
                by.holds(Office.LEGAL) ? null : Reason.NO_OFFICE,
                written == null || written.confirmed() ? Reason.NOTHING_TO_CONFIRM : null,
                written != null && written.writtenBy(by.actor()) ? Reason.FOUR_EYES : null);
    }

    private static Reason possible(Proposal proposal) {
        if (!proposal.kind().prints()) {
            return Reason.NO_OTHER_LANGUAGE;
        }
        return POSSIBLE.contains(proposal.status()) ? null : Reason.NOT_IN_THIS_STATUS;
    }
}
