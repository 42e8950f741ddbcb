package lockstep.listing.proposal.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import lockstep.auth.Agencies;
import lockstep.auth.Levels;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.Checks;
import lockstep.kit.problem.FieldError;
import lockstep.kit.problem.ProblemException;
import lockstep.kit.web.MarkingInput;
import lockstep.listing.casefile.CaseSubject;
import lockstep.listing.evidence.Evidence;
import lockstep.listing.evidence.ExhibitFacts;
import lockstep.listing.evidence.ExhibitRef;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import lockstep.listing.programme.Terms;
import lockstep.listing.proposal.Citation;
import lockstep.listing.proposal.Paragraph;
import lockstep.listing.proposal.ProposalText;
import lockstep.listing.proposal.web.ProposalBodies.CiteInput;
import lockstep.listing.proposal.web.ProposalBodies.ParagraphInput;
import lockstep.listing.proposal.web.ProposalBodies.TextInput;
import lockstep.listing.subject.FieldProblem;

/** Turns what a client sends into the text of a revision: subject and exhibit versions pinned, every fault named. */
@ApplicationScoped
class TextReader {
    private static final int MOST_PARAGRAPHS = 200;
    private static final int LONGEST = 10_000;

    private final SubjectReader subjects;
    private final Evidence evidence;
    private final Programmes programmes;
    private final Agencies agencies;
    private final Levels levels;
    private final Acting acting;

    TextReader(
            SubjectReader subjects,
            Evidence evidence,
            Programmes programmes,
            Agencies agencies,
            Levels levels,
            Acting acting) {
        this.subjects = subjects;
        this.evidence = evidence;
        this.programmes = programmes;
        this.agencies = agencies;
        this.levels = levels;
        this.acting = acting;
    }

    /** {@code caseId}: the subject and exhibits must be of this case. */
    ProposalText read(UUID caseId, TextInput sent) {
        if (sent == null) {
            throw new ProblemException(400, "malformed-body", "Send a JSON object.");
        }
        Checks checks = new Checks()
                .text("/programme", sent.programme(), 40)
                .present("/kind", sent.kind())
                .present("/subjectId", sent.subjectId())
                .optionalText("/note", sent.note(), 4000)
                .all(MarkingInput.errors(sent.marking(), "/marking", acting.actor(), agencies, levels));
        checks.pass();
        Programme programme = programmes.find(sent.programme()).orElse(null);
        checks.when(programme == null, "/programme", "unknown-programme", "No programme has this code.")
                .pass();
        CaseSubject subject = subjects.find(acting.actor(), sent.subjectId()).orElse(null);
        checks.when(
                        subject == null || !subject.caseId().equals(caseId),
                        "/subjectId",
                        "unknown-subject",
                        "No such subject in this case.")
                .pass();
        return checked(caseId, sent, programme, subject);
    }

    private ProposalText checked(UUID caseId, TextInput sent, Programme programme, CaseSubject subject) {
        List<ParagraphInput> reasons = sent.reasons() == null ? List.of() : sent.reasons();
        Checks checks = new Checks()
                .when(
                        !programme.kinds().contains(sent.kind()),
                        "/kind",
                        "kind-not-decided-here",
                        "The programme doesn't decide this kind.")
                .when(
                        sent.ground() != null && programme.ground(sent.ground()).isEmpty(),
                        "/ground",
                        "unknown-ground",
                        "The programme has no such ground.")
                .when(reasons.size() > MOST_PARAGRAPHS, "/reasons", "too-many", "At most 200 paragraphs.")
                .all(unknownCriteria(sent, programme))
                .all(paragraphFaults(reasons));
        Map<String, String> terms = sent.terms() == null ? Map.of() : sent.terms();
        checks.all(Terms.problems(programme, terms).stream()
                .map(wrong -> new FieldError(
                        wrong.pointer(),
                        termReason(wrong),
                        Terms.allowed(programme, wrong),
                        Terms.choices(programme, wrong)))
                .toList());
        checks.pass();
        Map<ExhibitRef, ExhibitFacts> known = known(reasons);
        return new ProposalText(
                programme.code(),
                sent.kind(),
                subject.id(),
                subject.version(),
                subject.text(),
                sent.ground(),
                sent.criteria(),
                pinned(caseId, reasons, known),
                new TreeMap<>(terms),
                sent.listingId(),
                sent.note());
    }

    /** Of a term and not of a subject, where a date may be of a month and a text has another length. */
    private static String termReason(FieldProblem wrong) {
        return switch (wrong.reason()) {
            case MALFORMED_DATE -> "term-date";
            case NOT_AMONG_CHOICES -> "term-choice";
            case TOO_LONG -> "term-length";
            default -> wrong.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    private static List<FieldError> unknownCriteria(TextInput sent, Programme programme) {
        List<FieldError> wrong = new ArrayList<>();
        List<String> criteria = sent.criteria() == null ? List.of() : sent.criteria();
        for (int i = 0; i < criteria.size(); i++) {
            if (criteria.get(i) == null || programme.criterion(criteria.get(i)).isEmpty()) {
                wrong.add(
                        new FieldError("/criteria/" + i, "unknown-criterion", "The programme has no such criterion."));
            }
        }
        return wrong;
    }

    private static List<FieldError> paragraphFaults(List<ParagraphInput> reasons) {
        List<FieldError> wrong = new ArrayList<>();
        for (int i = 0; i < reasons.size(); i++) {
            ParagraphInput its = reasons.get(i);
            String at = "/reasons/" + i;
            if (its == null || its.type() == null) {
                wrong.add(new FieldError(at + "/type", "missing", "FACT or CONCLUSION."));
            } else if (its.text() == null || its.text().isBlank() || its.text().length() > LONGEST) {
                wrong.add(new FieldError(at + "/text", "missing", "1 to 10,000 characters."));
            } else if (its.cites() != null
                    && its.cites().stream()
                            .anyMatch(cite -> cite == null || cite.exhibitId() == null || cite.version() == null)) {
                wrong.add(new FieldError(at + "/cites", "missing", "A citation names exhibit and version."));
            }
        }
        return wrong;
    }

    private Map<ExhibitRef, ExhibitFacts> known(List<ParagraphInput> reasons) {
        Set<ExhibitRef> refs = new HashSet<>();
        reasons.stream()
                .filter(its -> its.cites() != null)
                .flatMap(its -> its.cites().stream())
                .forEach(cite -> refs.add(new ExhibitRef(cite.exhibitId(), cite.version())));
        return refs.isEmpty() ? Map.of() : evidence.lookup(refs);
    }

    private static List<Paragraph> pinned(
            UUID caseId, List<ParagraphInput> reasons, Map<ExhibitRef, ExhibitFacts> known) {
        Checks checks = new Checks();
        List<Paragraph> pinned = new ArrayList<>();
        for (int i = 0; i < reasons.size(); i++) {
            ParagraphInput its = reasons.get(i);
            List<Citation> cites = new ArrayList<>();
            List<CiteInput> asked = its.cites() == null ? List.of() : its.cites();
            for (int j = 0; j < asked.size(); j++) {
                ExhibitFacts facts = known.get(
                        new ExhibitRef(asked.get(j).exhibitId(), asked.get(j).version()));
                boolean usable = facts != null && facts.caseId().equals(caseId) && facts.sha256() != null;
                checks.when(
                        !usable,
                        "/reasons/" + i + "/cites/" + j,
                        "unknown-exhibit",
                        "No such exhibit version in this case.");
                checks.when(
                        usable && facts.withdrawn(),
                        "/reasons/" + i + "/cites/" + j,
                        "exhibit-withdrawn",
                        "This exhibit was withdrawn: nothing rests on it any more.");
                if (usable) {
                    cites.add(new Citation(facts.exhibitId(), facts.version(), facts.sha256()));
                }
            }
            pinned.add(new Paragraph(
                    its.type(), its.text().strip(), cites, its.criterion(), Boolean.TRUE.equals(its.selfSufficient())));
        }
        checks.pass();
        return pinned;
    }
}
