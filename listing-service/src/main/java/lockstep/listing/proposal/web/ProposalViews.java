package lockstep.listing.proposal.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.kit.acting.Acting;
import lockstep.listing.evidence.Evidence;
import lockstep.listing.evidence.ExhibitFacts;
import lockstep.listing.evidence.ExhibitRef;
import lockstep.listing.proposal.Act;
import lockstep.listing.proposal.Acts;
import lockstep.listing.proposal.Citation;
import lockstep.listing.proposal.LastReturn;
import lockstep.listing.proposal.ListedTarget;
import lockstep.listing.proposal.LostEvidence;
import lockstep.listing.proposal.Proposal;
import lockstep.listing.proposal.ProposalDossier;
import lockstep.listing.proposal.ProposalText;
import lockstep.listing.proposal.Revision;
import lockstep.listing.proposal.web.ProposalBodies.Checked;
import lockstep.listing.proposal.web.ProposalBodies.CiteView;
import lockstep.listing.proposal.web.ProposalBodies.ConsultationView;
import lockstep.listing.proposal.web.ProposalBodies.EndorsementView;
import lockstep.listing.proposal.web.ProposalBodies.JudgementView;
import lockstep.listing.proposal.web.ProposalBodies.OpinionView;
import lockstep.listing.proposal.web.ProposalBodies.ParagraphView;
import lockstep.listing.proposal.web.ProposalBodies.Person;
import lockstep.listing.proposal.web.ProposalBodies.ProposalView;
import lockstep.listing.proposal.web.ProposalBodies.ReturnView;
import lockstep.listing.proposal.web.ProposalBodies.RevisionRow;
import lockstep.listing.proposal.web.ProposalBodies.TextView;

/** One proposal as its reader may see it; exhibit titles come from evidence-service under the reader's own rights. */
@ApplicationScoped
class ProposalViews {
    private final ProposalDossier dossier;
    private final Evidence evidence;
    private final LostEvidence lost;
    private final Acting acting;

    ProposalViews(ProposalDossier dossier, Evidence evidence, LostEvidence lost, Acting acting) {
        this.dossier = dossier;
        this.evidence = evidence;
        this.lost = lost;
        this.acting = acting;
    }

    ProposalView of(UUID id) {
        Actor actor = acting.actor();
        ProposalDossier.Known known = dossier.of(id, actor);
        ProposalText text = known.shown().text();
        Map<ExhibitRef, ExhibitFacts> exhibits = lookup(text);
        Proposal its = known.proposal();
        return new ProposalView(
                its.id(),
                its.version(),
                its.caseId(),
                its.programme(),
                its.kind(),
                its.status().name(),
                its.stage(),
                its.agency(),
                its.pause() == null ? null : its.pause().heldFrom().name(),
                known.codeShown() && its.pause() != null ? its.pause().heldReason() : null,
                its.pause() == null ? null : its.pause().reviewBy(),
                returned(its, known.codeShown()),
                known.shown().n(),
                known.shown().contentHash(),
                its.headline().exhibitSetHash(),
                its.marking(),
                text(text, exhibits),
                person(known, Act.AUTHOR),
                person(known, Act.SUBMIT),
                endorsements(known),
                consultations(known),
                dossier.toConsult(its),
                opinion(known),
                judgements(known),
                known.codeShown() ? its.packageId() : null,
                known.liveRound().orElse(null),
                its.supersedes(),
                known.takenUpBy().orElse(null),
                known.listing().map(ListedTarget.Named::id).orElse(its.listingId()),
                known.listing().orElse(null),
                its.changedAt(),
                its.acceptedAt(),
                checklist(its, text, exhibits, actor),
                known.revisions().stream().map(ProposalViews::row).toList(),
                lost.of(id, known.shown().n()),
                known.actions());
    }

    Map<ExhibitRef, ExhibitFacts> lookup(ProposalText text) {
        List<ExhibitRef> refs = text.exhibits().stream()
                .map(cite -> new ExhibitRef(cite.exhibitId(), cite.version()))
                .toList();
        return refs.isEmpty() ? Map.of() : evidence.lookup(refs);
    }

    /** The code has an audience; outside it one reads the neutral phrase. */
    private static ReturnView returned(Proposal its, boolean inElectorate) {
        LastReturn last = its.lastReturn();
        if (last == null) {
            return null;
        }
        if (!inElectorate && !last.open()) {
            return new ReturnView(null, "Not agreed at this stage.", true, null);
        }
        String code = last.code() == null ? null : last.code().name();
        return new ReturnView(code, last.text(), false, last.audience());
    }

    private List<Checked> checklist(
            Proposal its, ProposalText text, Map<ExhibitRef, ExhibitFacts> exhibits, Actor actor) {
        if (!actor.of(its.agency())) {
            return List.of();
        }
        var identity = dossier.identityAndReasons(text);
        var basis = new ArrayList<>(dossier.evidence(text, exhibits));
        basis.addAll(dossier.closedToReview(its, exhibits, actor));
        return List.of(new Checked("G1", identity.isEmpty(), identity), new Checked("G2", basis.isEmpty(), basis));
    }

    TextView text(ProposalText text, Map<ExhibitRef, ExhibitFacts> exhibits) {
        List<ParagraphView> reasons = text.reasons().stream()
                .map(its -> new ParagraphView(
                        its.type(),
                        its.text(),
                        its.cites().stream().map(cite -> cite(cite, exhibits)).toList(),
                        its.criterion(),
                        its.selfSufficient()))
                .toList();
        return new TextView(
                text.programme(),
                text.kind(),
                text.subjectId(),
                text.subject(),
                text.ground(),
                text.criteria(),
                reasons,
                text.terms(),
                text.listingId(),
                text.note());
    }

    private static CiteView cite(Citation cite, Map<ExhibitRef, ExhibitFacts> exhibits) {
        ExhibitFacts facts = exhibits.get(new ExhibitRef(cite.exhibitId(), cite.version()));
        return new CiteView(
                cite.exhibitId(),
                cite.version(),
                cite.sha256(),
                facts == null ? null : facts.title(),
                facts == null ? null : facts.relianceUse());
    }

    private static RevisionRow row(Revision its) {
        return new RevisionRow(its.n(), its.at(), its.authorAccount(), its.contentHash(), its.submittedAt());
    }

    private static Person person(ProposalDossier.Known known, Act act) {
        return known.acts().stream()
                .filter(done ->
                        done.act() == act && done.revision() == known.shown().n())
                .reduce((one, later) -> later)
                .map(ProposalViews::person)
                .orElse(null);
    }

    private static Person person(Acts.Recorded done) {
        return new Person(done.sub(), done.account(), done.agency());
    }

    private static List<EndorsementView> endorsements(ProposalDossier.Known known) {
        return known.acts().stream()
                .filter(done -> done.act() == Act.ENDORSE || done.act() == Act.ADVISE)
                .map(done -> new EndorsementView(
                        person(done),
                        done.agency(),
                        done.revision(),
                        done.at(),
                        done.note(),
                        done.act() == Act.ADVISE,
                        done.revision() == known.proposal().revision()))
                .collect(Collectors.toList());
    }

    private static List<ConsultationView> consultations(ProposalDossier.Known known) {
        return known.acts().stream()
                .filter(done -> done.act() == Act.CONSULT)
                .map(done -> new ConsultationView(
                        person(done),
                        done.revision(),
                        done.at(),
                        done.revision() == known.proposal().revision(),
                        done.detail()))
                .toList();
    }

    private static OpinionView opinion(ProposalDossier.Known known) {
        return known.acts().stream()
                .filter(done -> done.act() == Act.FIND_SUFFICIENT)
                .reduce((one, later) -> later)
                .map(done -> new OpinionView(
                        person(done),
                        done.revision(),
                        done.at(),
                        done.revision() == known.proposal().revision(),
                        done.detail()))
                .orElse(null);
    }

    private static List<JudgementView> judgements(ProposalDossier.Known known) {
        return known.acts().stream()
                .filter(done -> done.act() == Act.ACCEPT)
                .map(done -> new JudgementView(person(done), done.revision(), done.at(), done.detail()))
                .toList();
    }
}
