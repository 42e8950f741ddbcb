package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;

/** Takes a rejected or withdrawn proposal up again as a new draft that says what changed. */
@ApplicationScoped
public class ResubmitProposal {
    private final Proposals proposals;
    private final DraftProposal drafting;
    private final Deeds deeds;

    ResubmitProposal(Proposals proposals, DraftProposal drafting, Deeds deeds) {
        this.proposals = proposals;
        this.drafting = drafting;
        this.deeds = deeds;
    }

    @Transactional
    public Proposal resubmit(UUID id, String whatChanged, Actor actor) {
        Proposal its = deeds.take(id, "resubmitted", actor);
        ProposalRefused.unless(Guards.resubmit(its, deeds.standing(its, actor)));
        ProposalText old = proposals.current(its, actor).text();
        ProposalText text = new ProposalText(
                old.programme(),
                old.kind(),
                old.subjectId(),
                old.subjectVersion(),
                old.subject(),
                old.ground(),
                old.criteria(),
                old.reasons(),
                old.terms(),
                old.listingId(),
                whatChanged);
        Proposal draft = drafting.draft(its.caseId(), text, its.marking(), id, actor);
        its.takenUp(draft.id());
        deeds.done(its, "resubmitted", Audience.CASE, null, whatChanged, draft.id());
        return draft;
    }
}
