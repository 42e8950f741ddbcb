package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.listing.proposal.ProposalRefused.Reason;

/** A partner outside the electorate lets its view be seen: shown as advisory, never counted (G4). */
@ApplicationScoped
public class AdviseOnProposal {
    private final Acts acts;
    private final Deeds deeds;

    AdviseOnProposal(Acts acts, Deeds deeds) {
        this.acts = acts;
        this.deeds = deeds;
    }

    @Transactional
    public Proposal advise(UUID id, int revisionRead, String note, Actor actor) {
        Proposal its = deeds.take(id, "advised", actor);
        its.mustBe(revisionRead);
        if (its.status() == Status.DRAFT || its.status().terminal()) {
            throw new ProposalRefused(Reason.NOT_IN_THIS_STATUS, Words.of(Reason.NOT_IN_THIS_STATUS));
        }
        if (actor.of(its.agency())) {
            throw new ProposalRefused(Reason.FOUR_EYES, Words.of(Reason.FOUR_EYES));
        }
        acts.record(its, Act.ADVISE, actor, null, deeds.now(), note, null);
        deeds.done(its, "advised", Audience.CASE, null, note, null);
        return its;
    }
}
