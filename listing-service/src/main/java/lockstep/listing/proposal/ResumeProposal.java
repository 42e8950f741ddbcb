package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;

/** Takes a held proposal up again where it was; from a round it goes back to READY, from a window into it. */
@ApplicationScoped
public class ResumeProposal {
    private final Proposals proposals;
    private final Deeds deeds;
    private final Event<TakenUp> takenUp;

    ResumeProposal(Proposals proposals, Deeds deeds, Event<TakenUp> takenUp) {
        this.proposals = proposals;
        this.deeds = deeds;
        this.takenUp = takenUp;
    }

    @Transactional
    public Proposal resume(UUID id, Actor actor) {
        Proposal its = deeds.take(id, "resumed", actor);
        its.resume(deeds.standing(its, actor), deeds.now());
        proposals.flush();
        if (its.status() == Status.ESCALATED) {
            takenUp.fire(new TakenUp(its, actor));
        }
        deeds.done(its, "resumed", Audience.ELECTORATE, null, null, null);
        return its;
    }
}
