package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;

/** Whoever sent a proposal back or rejected it lets all who take part in the case read why. */
@ApplicationScoped
public class WidenReturn {
    private final Proposals proposals;
    private final Deeds deeds;

    WidenReturn(Proposals proposals, Deeds deeds) {
        this.proposals = proposals;
        this.deeds = deeds;
    }

    @Transactional
    public Proposal widen(UUID id, Actor actor) {
        Proposal its = deeds.take(id, "return-widened", actor);
        its.widenReturn(deeds.standing(its, actor));
        proposals.flush();
        LastReturn last = its.lastReturn();
        String code = last.code() == null ? null : last.code().name();
        deeds.done(its, "return-widened", Audience.CASE, code, last.text(), null);
        return its;
    }
}
