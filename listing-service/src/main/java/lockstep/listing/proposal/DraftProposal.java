package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.auth.Marking;
import lockstep.listing.casefile.CaseFile;
import lockstep.listing.casefile.CaseFiles;
import lockstep.listing.casefile.Participation;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.proposal.ProposalRefused.Reason;

/** Begins a proposal: visible to those in the whole case alone, as far as its marking lets them. */
@ApplicationScoped
public class DraftProposal {
    private final CaseFiles cases;
    private final Participation participation;
    private final Proposals proposals;
    private final Programmes programmes;
    private final ListedTarget targets;
    private final Acts acts;
    private final Deeds deeds;

    DraftProposal(
            CaseFiles cases,
            Participation participation,
            Proposals proposals,
            Programmes programmes,
            ListedTarget targets,
            Acts acts,
            Deeds deeds) {
        this.cases = cases;
        this.participation = participation;
        this.proposals = proposals;
        this.programmes = programmes;
        this.targets = targets;
        this.acts = acts;
        this.deeds = deeds;
    }

    /** {@code supersedes}: the rejected or withdrawn proposal that this one takes up again, or null. */
    @Transactional
    public Proposal draft(UUID caseId, ProposalText text, Marking marking, UUID supersedes, Actor actor) {
        CaseFile header = cases.require(actor, caseId);
        Programme programme = programmes.find(text.programme()).orElseThrow(() -> refused(Reason.UNKNOWN_PROGRAMME));
        if (!programme.openTo(actor.agency().code())) {
            throw refused(Reason.PROGRAMME_NOT_OPEN_TO_AGENCY);
        }
        if (!participation.participates(actor.agency().code(), header.id())) {
            throw refused(Reason.PROGRAMME_NOT_OPEN_TO_AGENCY);
        }
        UUID id = UUID.randomUUID();
        targets.mustBeOfItsSubject(text);
        targets.confirmedByNoOther(id, text);
        Instant now = deeds.now();
        Proposal drafted = new Proposal(id, header.id(), programme, text, marking, supersedes, actor, now);
        proposals.persist(drafted);
        proposals.getEntityManager().persist(new Revision(drafted, text, actor, now));
        proposals.flush();
        acts.record(drafted, Act.AUTHOR, actor, null, now, "", null);
        deeds.done(drafted, "drafted", Audience.CASE, null, null, null);
        return drafted;
    }

    private static ProposalRefused refused(Reason reason) {
        return new ProposalRefused(reason, Words.of(reason));
    }
}
