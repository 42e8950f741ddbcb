package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;

/** Takes a held proposal up again where it was; from a round it goes back to READY. */
@ApplicationScoped
public class ResumeProposal {
    private final Proposals proposals;
    private final Deeds deeds;

    ResumeProposal(Proposals proposals, Deeds deeds) {
        this.proposals = proposals;
        this.deeds = deeds;
    }

    @Transactional
    public Proposal resume(UUID id, Actor actor) {
        Proposal its = deeds.take(id, "resumed", actor);
        its.resume(deeds.standing(its, actor), deeds.now());
        proposals.flush();
        deeds.done(its, "resumed", Audience.ELECTORATE, null, null, null);
        return its;
    }
}
