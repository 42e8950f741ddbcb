package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.listing.programme.Office;

/** The legal office finds the evidence sufficient in law, in an opinion of four named points (G6). */
@ApplicationScoped
public class FindSufficient {
    private final Proposals proposals;
    private final Acts acts;
    private final Deeds deeds;

    FindSufficient(Proposals proposals, Acts acts, Deeds deeds) {
        this.proposals = proposals;
        this.acts = acts;
        this.deeds = deeds;
    }

    @Transactional
    public Proposal find(UUID id, int revisionRead, Opinion opinion, Actor actor) {
        Proposal its = deeds.take(id, "found-sufficient", actor);
        its.mustBe(revisionRead);
        opinion.mustBeComplete();
        its.findSufficient(deeds.standing(its, actor), deeds.now());
        acts.record(its, Act.FIND_SUFFICIENT, actor, Office.LEGAL, deeds.now(), "", opinion);
        proposals.flush();
        deeds.done(its, "found-sufficient", Audience.ELECTORATE, null, null, opinion);
        return its;
    }
}
