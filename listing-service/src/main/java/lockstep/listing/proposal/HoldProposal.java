package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.listing.proposal.ProposalRefused.Reason;

/** Puts a proposal on hold until a date for review; its round is cancelled and it leaves its package. */
@ApplicationScoped
public class HoldProposal {
    private final Proposals proposals;
    private final Deeds deeds;
    private final Event<Leaving> leaving;

    HoldProposal(Proposals proposals, Deeds deeds, Event<Leaving> leaving) {
        this.proposals = proposals;
        this.deeds = deeds;
        this.leaving = leaving;
    }

    @Transactional
    public Proposal hold(UUID id, String reason, Instant reviewBy, Actor actor) {
        Proposal its = deeds.take(id, "held", actor);
        Standing by = deeds.standing(its, actor);
        ProposalRefused.unless(Guards.hold(its, by));
        if (!reviewBy.isAfter(deeds.now())) {
            throw new ProposalRefused(Reason.IN_THE_PAST, Words.of(Reason.IN_THE_PAST));
        }
        if (its.packageId() != null) {
            leaving.fire(new Leaving(id, its.packageId(), "held", actor));
        }
        its.hold(by, reason, reviewBy, deeds.now());
        proposals.flush();
        deeds.done(its, "held", Audience.ELECTORATE, null, reason, null);
        return its;
    }
}
