package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;

/** Sends a proposal back to its agency with a code and a text; it leaves its package. */
@ApplicationScoped
public class ReturnProposal {
    private final Proposals proposals;
    private final Acts acts;
    private final Deeds deeds;
    private final Event<Leaving> leaving;

    ReturnProposal(Proposals proposals, Acts acts, Deeds deeds, Event<Leaving> leaving) {
        this.proposals = proposals;
        this.acts = acts;
        this.deeds = deeds;
        this.leaving = leaving;
    }

    @Transactional
    public Proposal sendBack(UUID id, int revisionRead, ReturnCode code, String text, Actor actor) {
        Proposal its = deeds.take(id, "returned", actor);
        its.mustBe(revisionRead);
        Standing by = deeds.standing(its, actor);
        ProposalRefused.unless(Guards.sendBack(its, by));
        if (its.packageId() != null) {
            leaving.fire(new Leaving(id, its.packageId(), "returned", actor));
        }
        its.sendBack(by, code, text, deeds.now());
        acts.record(its, Act.RETURN, actor, null, deeds.now(), text, code);
        proposals.flush();
        deeds.done(its, "returned", Audience.ELECTORATE, code.name(), text, null);
        return its;
    }
}
