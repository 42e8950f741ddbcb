package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;

/** The proposing agency takes its proposal back; not once the act is law. */
@ApplicationScoped
public class WithdrawProposal {
    private final Proposals proposals;
    private final Deeds deeds;
    private final Event<Leaving> leaving;

    WithdrawProposal(Proposals proposals, Deeds deeds, Event<Leaving> leaving) {
        this.proposals = proposals;
        this.deeds = deeds;
        this.leaving = leaving;
    }

    @Transactional
    public Proposal withdraw(UUID id, String reason, Actor actor) {
        Proposal its = deeds.take(id, "withdrawn", actor);
        Standing by = deeds.standing(its, actor);
        ProposalRefused.unless(Guards.withdraw(its, by));
        if (its.packageId() != null) {
            leaving.fire(new Leaving(id, its.packageId(), "withdrawn", actor));
        }
        its.withdraw(by, deeds.now());
        proposals.flush();
        deeds.done(its, "withdrawn", Audience.CASE, null, reason, null);
        return its;
    }
}
