package lockstep.listing.decision;

import java.time.Instant;
import java.util.Collection;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.proposal.Proposal;

/** G12 (b): a stage that passed too long ago no longer carries a package; what has become law doesn't go stale. */
final class NotStale {
    private NotStale() {}

    static boolean stale(Package its, Collection<Proposal> proposals, Instant now) {
        return its.stagePassedAt() != null
                && its.stagePassedAt().plus(Proposal.STALE_AFTER).isBefore(now)
                && proposals.stream().noneMatch(proposal -> proposal.isLaw(now));
    }

    static void check(Package its, Collection<Proposal> proposals, Instant now) {
        DecisionRefused.when(
                stale(its, proposals, now),
                Reason.STAGE_PASSED_TOO_LONG_AGO,
                "The last stage passed more than 90 days ago: the package goes back to its first stage.");
    }
}
