package lockstep.e2e.sample;

import static lockstep.e2e.client.Json.object;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lockstep.e2e.replay.Evidence;
import lockstep.e2e.replay.Officials;
import lockstep.e2e.source.SourceRow;
import lockstep.e2e.source.SubjectText;
import lockstep.e2e.source.Transcription;

/** Opens a dossier's case, with its target and exhibits, and drafts its proposals. */
final class SampleCase {
    private final Dossier dossier;
    private final Steps steps;
    private final String step;
    private final String caseId;
    private final String subjectId;
    private final Map<String, String> exhibits = new HashMap<>();

    private SampleCase(Dossier dossier, Steps steps) {
        this.dossier = dossier;
        this.steps = steps;
        this.step = "case/" + dossier.officials().programme() + "/" + dossier.row() + "/";
        SourceRow company = dossier.company();
        String analyst = dossier.officials().analyst();
        this.caseId = steps.once(
                step + "case",
                analyst,
                "/cases",
                () -> object(
                        "title", company.name(),
                        "summary", dossier.summary(),
                        "marking", dossier.marking(dossier.officials())));
        this.subjectId =
                steps.once(step + "subject", analyst, "/cases/" + caseId + "/subjects", () -> subject(company));
    }

    static SampleCase open(Dossier dossier, Steps steps) {
        SampleCase its = new SampleCase(dossier, steps);
        its.invite();
        its.exhibits();
        return its;
    }

    private Map<String, Object> subject(SourceRow company) {
        SubjectText text = Transcription.of(company);
        SubjectText whole = dossier.noNativeName() == null ? text : text.withoutNativeName(dossier.noNativeName());
        return object(
                "type", whole.type(),
                "country", whole.country(),
                "names", whole.names(),
                "identifiers", whole.identifiers(),
                "addresses", whole.addresses(),
                "contacts", whole.contacts(),
                "noNativeNameReason", whole.noNativeNameReason());
    }

    private void invite() {
        for (String agency : dossier.invites() == null ? List.<String>of() : dossier.invites()) {
            steps.once(
                    step + "invite/" + agency,
                    dossier.officials().analyst(),
                    "/cases/" + caseId + "/participants",
                    () -> object("agency", agency));
        }
    }

    private void exhibits() {
        Officials officials = dossier.officials();
        Map<String, Object> marking = dossier.marking(officials);
        Evidence evidence = new Evidence(steps.api().evidence(officials.analyst()), steps.ledger(), step, marking);
        for (Dossier.Exhibit exhibit : dossier.exhibits()) {
            Map<String, Object> about = object(
                    "title",
                    exhibit.title(),
                    "sourceType",
                    exhibit.sourceType(),
                    "sourceUrl",
                    "https://" + exhibit.key() + ".example/" + dossier.row(),
                    "collectedAt",
                    exhibit.collected(),
                    "languages",
                    List.of("en"),
                    "reliability",
                    "B",
                    "credibility",
                    2,
                    "relianceUse",
                    exhibit.relianceUse(),
                    "personalData",
                    "NONE",
                    "mediaType",
                    "text/plain",
                    "marking",
                    marking);
            String id = evidence.exhibit(caseId, step + "exhibit/" + exhibit.key(), about, exhibit.text());
            exhibits.put(exhibit.key(), id);
        }
    }

    /** Drafts the dossier's {@code n}th proposal. */
    SampleProposal drafted(int n) {
        Officials officials = dossier.officials(n);
        String its = step + "proposal/" + n + "/";
        String id = steps.once(
                its + "draft", officials.analyst(), "/cases/" + caseId + "/proposals", () -> text(n, officials));
        return new SampleProposal(officials, dossier.company(), id, steps, its);
    }

    private Map<String, Object> text(int n, Officials officials) {
        Dossier.Text text = dossier.proposals().get(n);
        return object(
                "programme", officials.programme(),
                "kind", "ADD",
                "subjectId", subjectId,
                "ground", text.ground(),
                "criteria", text.criteria(),
                "reasons", reasons(text),
                "terms", text.terms() == null ? Map.of() : text.terms(),
                "marking", dossier.marking(officials));
    }

    private List<Map<String, Object>> reasons(Dossier.Text text) {
        List<Map<String, Object>> reasons = new ArrayList<>();
        for (Dossier.Fact fact : text.facts()) {
            reasons.add(object(
                    "type", "FACT",
                    "text", fact.text(),
                    "cites",
                            fact.cites().stream()
                                    .map(key -> object("exhibitId", exhibits.get(key), "version", 1))
                                    .toList(),
                    "selfSufficient", fact.alone()));
        }
        reasons.add(object(
                "type", "CONCLUSION",
                "text", text.conclusion(),
                "cites", List.of(),
                "criterion", text.criteria().getFirst(),
                "selfSufficient", false));
        return reasons;
    }
}
