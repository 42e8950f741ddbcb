package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.listing.programme.Office;

/** Takes a submitted proposal into review, each possible duplicate judged (G3). */
@ApplicationScoped
public class AcceptProposal {
    private final Proposals proposals;
    private final Duplicates duplicates;
    private final Acts acts;
    private final Deeds deeds;

    AcceptProposal(Proposals proposals, Duplicates duplicates, Acts acts, Deeds deeds) {
        this.proposals = proposals;
        this.duplicates = duplicates;
        this.acts = acts;
        this.deeds = deeds;
    }

    @Transactional
    public Proposal accept(UUID id, int revisionRead, List<Judgement> judgements, Actor actor) {
        Proposal its = deeds.take(id, "accepted", actor);
        its.mustBe(revisionRead);
        its.accept(deeds.standing(its, actor), deeds.now());
        duplicates.noOtherIsFurther(its);
        duplicates.mustBeJudged(its, judgements);
        acts.record(its, Act.ACCEPT, actor, Office.CHAIR, deeds.now(), "", judgements);
        proposals.flush();
        deeds.done(its, "accepted", Audience.ELECTORATE, null, null, judgements);
        return its;
    }
}
