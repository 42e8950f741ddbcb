package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;

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
        ProposalRefused.unless(Guards.advise(its, deeds.standing(its, actor)));
        acts.record(its, Act.ADVISE, actor, null, deeds.now(), note, null);
        deeds.done(its, "advised", Audience.CASE, null, note, null);
        return its;
    }
}
