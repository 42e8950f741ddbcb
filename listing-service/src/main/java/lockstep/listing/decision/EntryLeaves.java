package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import lockstep.listing.proposal.Leaving;
import lockstep.listing.proposal.PackageEffects;
import lockstep.listing.proposal.Proposal;

/** Follows a proposal out of its package: the live round is cancelled, the entry taken out. */
@ApplicationScoped
public class EntryLeaves {
    private final Packages packages;
    private final Rounds rounds;
    private final Entries entries;
    private final PackageEffects effects;
    private final CancelRound cancelling;
    private final Desk desk;

    EntryLeaves(
            Packages packages,
            Rounds rounds,
            Entries entries,
            PackageEffects effects,
            CancelRound cancelling,
            Desk desk) {
        this.packages = packages;
        this.rounds = rounds;
        this.entries = entries;
        this.effects = effects;
        this.cancelling = cancelling;
        this.desk = desk;
    }

    void onLeaving(@Observes Leaving leaving) {
        Package its = packages.requireForChange(leaving.by(), leaving.packageId());
        rounds.live(its.id())
                .ifPresent(round -> cancelling.cancelled(its, round, "an entry was " + leaving.why(), leaving.by()));
        boolean scheduled = its.status() == PackageStatus.SCHEDULED;
        entries.findById(new Entry.Key(its.id(), leaving.proposalId()))
                .leave(leaving.why(), desk.now(), its.windowEndsAt());
        List<Proposal> others = desk.proposals(its, leaving.by()).stream()
                .filter(proposal -> !proposal.id().equals(leaving.proposalId()))
                .toList();
        desk.entriesChanged(its, PackageWay.LOSE_ENTRY, leaving.by());
        if (scheduled) {
            effects.unscheduled(others, desk.now());
        }
        packages.flush();
        desk.done(
                its,
                "package.entry-left",
                null,
                desk.read(its, null).saying(null, null, leaving.why(), leaving.proposalId()));
    }
}
