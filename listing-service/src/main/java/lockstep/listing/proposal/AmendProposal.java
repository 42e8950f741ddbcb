package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.auth.Marking;
import lockstep.kit.web.Preconditions;

/** Writes a new revision of a draft or returned proposal; what was said of the old one no longer counts, but stays. */
@ApplicationScoped
public class AmendProposal {
    private final Proposals proposals;
    private final ListedTarget targets;
    private final Acts acts;
    private final Deeds deeds;

    AmendProposal(Proposals proposals, ListedTarget targets, Acts acts, Deeds deeds) {
        this.proposals = proposals;
        this.targets = targets;
        this.acts = acts;
        this.deeds = deeds;
    }

    /** {@code marking} null: stays as it is. {@code version}: the row that the writer had read. */
    @Transactional
    public Proposal amend(UUID id, long version, ProposalText text, Marking marking, Actor actor) {
        Proposal its = deeds.take(id, "amended", actor);
        Preconditions.same(its.version(), version);
        Instant now = deeds.now();
        its.amend(text, deeds.standing(its, actor), now);
        targets.mustBeOfItsSubject(text);
        targets.confirmedByNoOther(id, text);
        if (marking != null) {
            its.mark(marking);
            proposals.revisions(actor, id).forEach(revision -> revision.mark(marking));
        }
        proposals.getEntityManager().persist(new Revision(its, text, actor, now));
        proposals.flush();
        acts.record(its, Act.AUTHOR, actor, null, now, "", null);
        deeds.done(its, "amended", Audience.CASE, null, null, null);
        return its;
    }
}
