package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Audience;
import lockstep.listing.casefile.CaseFile;
import lockstep.listing.casefile.CaseFiles;
import lockstep.listing.casefile.Subjects;
import lockstep.listing.evidence.ExhibitFacts;
import lockstep.listing.evidence.ExhibitRef;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.proposal.ProposalRefused.Missing;
import lockstep.listing.proposal.ProposalRefused.Reason;

/** Signs a proposal for its agency: by another person than the author, and only when nothing is missing (G1, G2). */
@ApplicationScoped
public class SubmitProposal {
    private final CaseFiles cases;
    private final Subjects subjects;
    private final Proposals proposals;
    private final Programmes programmes;
    private final OpenToReview review;
    private final ListedTarget targets;
    private final Parties parties;
    private final Acts acts;
    private final Deeds deeds;

    SubmitProposal(
            CaseFiles cases,
            Subjects subjects,
            Proposals proposals,
            Programmes programmes,
            OpenToReview review,
            ListedTarget targets,
            Parties parties,
            Acts acts,
            Deeds deeds) {
        this.cases = cases;
        this.subjects = subjects;
        this.proposals = proposals;
        this.programmes = programmes;
        this.review = review;
        this.targets = targets;
        this.parties = parties;
        this.acts = acts;
        this.deeds = deeds;
    }

    /** {@code exhibits}: what the submitter may see of those cited, asked before this transaction began. */
    @Transactional
    public Proposal submit(
            UUID id, int revisionRead, String reply, Map<ExhibitRef, ExhibitFacts> exhibits, Actor actor) {
        Proposal its = deeds.take(id, "submitted", actor);
        its.mustBe(revisionRead);
        Instant now = deeds.now();
        Revision revision = proposals.current(its, actor);
        Programme programme = programmes.require(its.programme());
        its.submit(deeds.standing(its, actor, reply != null && !reply.isBlank()), now);
        complete(its, revision.text(), programme, exhibits, actor);
        its.backToFirstStage(programme.firstStage(its.kind()).code());
        revision.submitted(actor, now);
        acts.record(its, Act.SUBMIT, actor, null, now, reply, null);
        proposals.flush();
        parties.admitReview(its, revision.text(), programme, now);
        deeds.done(its, "submitted", Audience.CASE, null, reply, null);
        return its;
    }

    private void complete(
            Proposal its, ProposalText text, Programme programme, Map<ExhibitRef, ExhibitFacts> exhibits, Actor actor) {
        subjects.visibleTo(actor, its.subjectId())
                .filter(subject -> subject.version() == text.subjectVersion())
                .orElseThrow(() -> new ProposalRefused(Reason.SUBJECT_CHANGED, Words.of(Reason.SUBJECT_CHANGED)));
        targets.mustBeOfItsSubject(text);
        refuseIfAny(Reason.INCOMPLETE, targets.missing(text));
        refuseIfAny(Reason.INCOMPLETE, Checklist.identityAndReasons(text, programme));
        refuseIfAny(Reason.EVIDENCE_TOO_THIN, Checklist.evidence(text, programme, exhibits));
        CaseFile header = cases.require(actor, its.caseId());
        List<ExhibitFacts> cited = new ArrayList<>();
        text.exhibits().forEach(cite -> cited.add(exhibits.get(new ExhibitRef(cite.exhibitId(), cite.version()))));
        refuseIfAny(Reason.NOT_OPEN_TO_REVIEW, review.closedTo(header, its, cited, programme));
    }

    private static void refuseIfAny(Reason reason, List<Missing> missing) {
        if (!missing.isEmpty()) {
            throw new ProposalRefused(reason, Words.of(reason), missing);
        }
    }
}
