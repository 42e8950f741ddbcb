package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;

/** The legal office that gave an opinion lets all who take part in the case read it; there is no way back. */
@ApplicationScoped
public class WidenOpinion {
    private final Proposals proposals;
    private final WidenedOpinions opinions;
    private final Deeds deeds;

    WidenOpinion(Proposals proposals, WidenedOpinions opinions, Deeds deeds) {
        this.proposals = proposals;
        this.opinions = opinions;
        this.deeds = deeds;
    }

    @Transactional
    public Proposal widen(UUID id, Actor actor) {
        Proposal its = deeds.take(id, "opinion-widened", actor);
        WidenedOpinions.Given given = opinions.on(its).orElse(null);
        ProposalRefused.unless(Guards.widenOpinion(given, deeds.standing(its, actor)));
        opinions.widen(its, actor, deeds.now());
        proposals.flush();
        deeds.done(its, "opinion-widened", Audience.CASE, null, null, given.opinion());
        return its;
    }
}
