package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Principal;
import lockstep.auth.SystemActor;
import lockstep.listing.casefile.SubjectRevised;
import lockstep.listing.proposal.ProposalRefused.Reason;

/**
 * G12 (a): what a proposal was decided on has changed, so it goes back to its agency. While it is still under review a
 * change of its subject is refused instead, because its readers would be reading something else.
 */
@ApplicationScoped
public class MaterialChange {
    private static final Set<Status> UNDER_REVIEW =
            EnumSet.of(Status.SUBMITTED, Status.IN_REVIEW, Status.LEGAL_REVIEW, Status.ON_HOLD, Status.ESCALATED);

    private final Proposals proposals;
    private final Event<Leaving> leaving;
    private final Deeds deeds;

    MaterialChange(Proposals proposals, Event<Leaving> leaving, Deeds deeds) {
        this.proposals = proposals;
        this.leaving = leaving;
        this.deeds = deeds;
    }

    void onSubjectRevised(@Observes SubjectRevised change) {
        List<Proposal> onIt = proposals.list("subjectId", change.subjectId());
        if (onIt.stream().anyMatch(its -> UNDER_REVIEW.contains(its.status()))) {
            throw new ProposalRefused(Reason.SUBJECT_UNDER_REVIEW, Words.of(Reason.SUBJECT_UNDER_REVIEW));
        }
        List<UUID> decided = onIt.stream()
                .filter(its -> Way.MATERIAL_CHANGE.possibleFrom(its.status()) && !its.isLaw(deeds.now()))
                .map(Proposal::id)
                .toList();
        if (!decided.isEmpty() && !change.materialChange()) {
            throw new ProposalRefused(Reason.MATERIAL_CHANGE_UNCONFIRMED, Words.of(Reason.MATERIAL_CHANGE_UNCONFIRMED));
        }
        decided.forEach(id -> goesBack(id, "The subject was changed.", change.by()));
    }

    /** By the system: an exhibit that the revision cites was withdrawn. Nothing where it stands no longer so. */
    @Transactional
    public void exhibitWithdrawn(UUID id, SystemActor job) {
        goesBackIfPossible(id, "An exhibit that it rests on was withdrawn.", job);
    }

    /** By the system: at the deadline a seat that had not spoken could not open an exhibit that the revision cites. */
    @Transactional
    public void accessLost(UUID id, SystemActor job) {
        goesBackIfPossible(id, "A seat that had not spoken could no longer open an exhibit that it rests on.", job);
    }

    private void goesBackIfPossible(UUID id, String why, SystemActor job) {
        Proposal its = proposals.requireForChange(job, id);
        if (Way.MATERIAL_CHANGE.possibleFrom(its.status()) && !its.isLaw(deeds.now())) {
            goesBack(id, why, job);
        }
    }

    private void goesBack(UUID id, String why, Principal by) {
        Proposal its = deeds.take(id, "materially-changed", by);
        if (!proposals.packageVisible(its)) {
            // Somebody outside the electorate can't take it out of a package, nor learn that there is one.
            throw new ProposalRefused(Reason.SUBJECT_UNDER_REVIEW, Words.of(Reason.SUBJECT_UNDER_REVIEW));
        }
        if (its.packageId() != null) {
            leaving.fire(new Leaving(id, its.packageId(), "materially changed", by));
        }
        its.back(Way.MATERIAL_CHANGE, ReturnCode.MATERIAL_CHANGE, why, deeds.now());
        proposals.flush();
        deeds.cameBack(its, "materially-changed", ReturnCode.MATERIAL_CHANGE.name(), why);
    }
}
