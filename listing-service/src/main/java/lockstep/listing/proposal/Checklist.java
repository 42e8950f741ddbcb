package lockstep.listing.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.listing.evidence.ExhibitFacts;
import lockstep.listing.evidence.ExhibitRef;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Terms;
import lockstep.listing.proposal.ProposalRefused.Missing;
import lockstep.listing.subject.FieldProblem;

/** What a draft still lacks for submission (guards G1 and G2), each thing named with a JSON pointer into the draft. */
final class Checklist {
    private static final Set<String> SHOWN_TO_PARTY = Set.of("PUBLIC", "DISCLOSABLE_TO_PARTY");

    private Checklist() {}

    /** G1: the subject's identity, ground and criteria, and each paragraph with its citation or criterion. */
    static List<Missing> identityAndReasons(ProposalText text, Programme programme) {
        List<Missing> missing = new ArrayList<>();
        for (FieldProblem problem : text.subject().missingForSubmission()) {
            missing.add(new Missing(
                    "/subject" + problem.pointer(), word(problem.reason().name()), words(problem)));
        }
        need(
                missing,
                text.ground() != null && !text.ground().isBlank(),
                "/ground",
                "ground-missing",
                "Name the ground.");
        need(missing, !text.criteria().isEmpty(), "/criteria", "criterion-missing", "Name at least one criterion.");
        need(missing, !text.reasons().isEmpty(), "/reasons", "reasons-missing", "Write the reasons.");
        for (int i = 0; i < text.reasons().size(); i++) {
            paragraph(missing, "/reasons/" + i, text.reasons().get(i), text.criteria());
        }
        Terms.missing(programme, text.terms())
                .forEach(problem -> missing.add(
                        new Missing(problem.pointer(), "term-missing", "The programme asks for this term.")));
        return missing;
    }

    private static void paragraph(List<Missing> missing, String at, Paragraph its, List<String> criteria) {
        if (its.type() == Paragraph.Type.FACT) {
            need(
                    missing,
                    !its.cites().isEmpty(),
                    at + "/cites",
                    "fact-without-citation",
                    "A fact cites an exhibit version.");
        } else {
            need(
                    missing,
                    its.criterion() != null && criteria.contains(its.criterion()),
                    at + "/criterion",
                    "conclusion-without-criterion",
                    "A conclusion names one of the proposal's criteria.");
        }
    }

    /** G2: number and independence of exhibits, one reason that stands alone, nothing cited that may not be. */
    static List<Missing> evidence(ProposalText text, Programme programme, Map<ExhibitRef, ExhibitFacts> known) {
        List<Missing> missing = new ArrayList<>();
        List<ExhibitFacts> facts = text.exhibits().stream()
                .map(cite -> known.get(new ExhibitRef(cite.exhibitId(), cite.version())))
                .filter(found -> found != null)
                .toList();
        int exhibits = programme.evidence().exhibits();
        int sources = programme.evidence().independentSources();
        need(
                missing,
                facts.size() == text.exhibits().size(),
                "/reasons",
                "exhibit-not-visible",
                "You can't open every exhibit cited.");
        need(
                missing,
                facts.size() >= exhibits,
                "/reasons",
                "too-few-exhibits",
                "Cite at least " + exhibits + " exhibits.");
        long independent = facts.stream()
                .map(its -> its.originator() + "/" + its.sourceType())
                .distinct()
                .count();
        need(
                missing,
                independent >= sources,
                "/reasons",
                "too-few-sources",
                "Cite at least " + sources + " independent sources.");
        need(
                missing,
                facts.stream().noneMatch(its -> "LEAD_ONLY".equals(its.relianceUse())),
                "/reasons",
                "lead-only-cited",
                "An exhibit for leads only can't be cited.");
        need(
                missing,
                text.reasons().stream().anyMatch(reason -> standsAlone(reason, known)),
                "/reasons",
                "no-self-sufficient-reason",
                "Mark one reason as self-sufficient whose facts all rest on exhibits that the party can be shown.");
        return missing;
    }

    private static boolean standsAlone(Paragraph reason, Map<ExhibitRef, ExhibitFacts> known) {
        return reason.selfSufficient()
                && !reason.cites().isEmpty()
                && reason.cites().stream()
                        .map(cite -> known.get(new ExhibitRef(cite.exhibitId(), cite.version())))
                        .allMatch(its -> its != null && SHOWN_TO_PARTY.contains(its.relianceUse()));
    }

    private static void need(List<Missing> missing, boolean met, String pointer, String reason, String detail) {
        if (!met) {
            missing.add(new Missing(pointer, reason, detail));
        }
    }

    private static String words(FieldProblem problem) {
        String words = problem.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    static String word(String constant) {
        return constant.toLowerCase().replace('_', '-');
    }

    static Set<ExhibitRef> refs(ProposalText text) {
        return text.exhibits().stream()
                .map(cite -> new ExhibitRef(cite.exhibitId(), cite.version()))
                .collect(Collectors.toSet());
    }
}
