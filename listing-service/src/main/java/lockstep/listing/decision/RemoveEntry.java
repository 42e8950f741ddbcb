package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.decision.DecisionRefused.Reason;
import lockstep.listing.programme.Office;
import lockstep.listing.proposal.PackageEffects;
import lockstep.listing.proposal.Proposal;

/** The chair takes a proposal out of a package that is still forming; it stays READY for another one. */
@ApplicationScoped
public class RemoveEntry {
    private final Packages packages;
    private final Entries entries;
    private final PackageEffects effects;
    private final Desk desk;

    RemoveEntry(Packages packages, Entries entries, PackageEffects effects, Desk desk) {
        this.packages = packages;
        this.entries = entries;
        this.effects = effects;
        this.desk = desk;
    }

    @Transactional
    public Package remove(UUID packageId, UUID proposalId, Actor actor) {
        Package its = desk.take(packageId, "package.entry-removed", actor);
        desk.mustHold(Office.CHAIR, its, actor);
        its.possible(PackageWay.REMOVE_ENTRY);
        Proposal proposal = desk.proposals(its, actor).stream()
                .filter(entry -> entry.id().equals(proposalId))
                .findFirst()
                .orElseThrow(() -> new DecisionRefused(Reason.UNKNOWN_ENTRY, "The package has no such entry."));
        entries.findById(new Entry.Key(packageId, proposalId)).leave("removed", desk.now());
        effects.left(proposal);
        desk.entriesChanged(its, PackageWay.REMOVE_ENTRY, actor);
        packages.flush();
        desk.done(its, "package.entry-removed", null, desk.read(its, null).saying(null, null, null, proposalId));
        return its;
    }
}
