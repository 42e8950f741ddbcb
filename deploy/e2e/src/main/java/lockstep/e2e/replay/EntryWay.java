package lockstep.e2e.replay;

import static lockstep.e2e.client.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import lockstep.e2e.client.Api;
import lockstep.e2e.client.Json;
import lockstep.e2e.client.Refused;
import lockstep.e2e.source.SourceRow;
import lockstep.e2e.source.SubjectText;
import lockstep.e2e.source.Transcription;

/** One row's way from an opened case to a proposal that is ready for decision; each step looks first where it stands. */
public final class EntryWay {
    private static final Map<String, Object> OPINION = object(
            "standard", "sufficiently solid factual basis",
            "criterion", "the facts meet the criterion named",
            "proportionality", "a restriction of exports is the least that serves the aim",
            "disclosability", "both exhibits can be shown to the party");

    private final Officials officials;
    private final SourceRow row;
    private final Api api;
    private final Ledger ledger;
    private final Tally tally;
    private final String step;

    public EntryWay(Officials officials, SourceRow row, Api api, Ledger ledger, Tally tally) {
        this.officials = officials;
        this.row = row;
        this.api = api;
        this.ledger = ledger;
        this.tally = tally;
        this.step = "row/" + officials.programme() + "/" + row.number() + "/";
    }

    /** Case, subject, exhibits and draft. */
    public void draft(Statement statement) {
        String caseId = once(
                "case",
                "/cases",
                object(
                        "title",
                        title(),
                        "summary",
                        officials.programme() + ", entry " + row.number() + ", listed on " + row.printedDate(),
                        "marking",
                        officials.marking()));
        String subjectId = subject(caseId);
        Evidence evidence = new Evidence(api.evidence(officials.analyst()), ledger, step, officials.marking());
        String printedRow = evidence.sourceRow(caseId, row);
        String register = evidence.registryExtract(caseId, row);
        once("proposal", "/cases/" + caseId + "/proposals", statement.of(row, subjectId, printedRow, register));
        tally.drafted();
    }

    private String title() {
        return row.name().length() > 150 ? row.name().substring(0, 150) : row.name();
    }

    private String once(String what, String path, Object body) {
        return ledger.id(step + what)
                .orElseGet(() -> ledger.acknowledge(
                        step + what,
                        api.listing(officials.analyst())
                                .post(path, body, ledger.key(step + what))
                                .path("id")
                                .asText()));
    }

    private String subject(String caseId) {
        SubjectText text = Transcription.of(row);
        notesOn(text);
        String path = "/cases/" + caseId + "/subjects";
        try {
            String id = once("subject", path, text);
            nameless(id, text);
            return id;
        } catch (Refused refused) {
            SubjectText kept = keptAsPrinted(text, refused);
            String id = ledger.acknowledge(
                    step + "subject",
                    api.listing(officials.analyst())
                            .post(path, kept, ledger.key(step + "subject-as-printed"))
                            .path("id")
                            .asText());
            nameless(id, kept);
            return id;
        }
    }

    private void notesOn(SubjectText text) {
        text.identifiers().stream()
                .filter(number -> number.note() != null)
                .forEach(number -> tally.note(Tally.Kind.OTHER_NUMBER, row, number.value() + ": " + number.note()));
    }

    /** Records why no name in the country's own script is given, where the service says that one is missing. */
    private void nameless(String id, SubjectText text) {
        JsonNode subject = api.listing(officials.analyst()).get("/subjects/" + id);
        boolean reasonGiven = subject.path("text").hasNonNull("noNativeNameReason");
        boolean missing = Json.items(subject.path("missing"))
                .anyMatch(reason ->
                        reason.toString().toLowerCase().replace('_', '-').contains("native-script-name"));
        if (missing || reasonGiven) {
            tally.note(Tally.Kind.NO_NATIVE_NAME, row, "country " + text.country());
        }
        if (missing) {
            api.listing(officials.analyst())
                    .put(
                            "/subjects/" + id,
                            text.withoutNativeName(
                                    "The printed entry gives no name in the script of that country's registers."),
                            "\"" + subject.path("version").asText() + "\"");
        }
    }

    private SubjectText keptAsPrinted(SubjectText text, Refused refused) {
        SubjectText kept = text;
        for (JsonNode error : refused.errors()) {
            String[] pointer = error.path("pointer").asText().split("/");
            if (refused.answer().status() != 422 || pointer.length < 3 || !pointer[1].equals("identifiers")) {
                throw refused;
            }
            int n = Integer.parseInt(pointer[2]);
            String why = error.path("reason").asText();
            kept = kept.keeping(n, "Printed so in the Official Journal (" + why + ").");
            tally.note(
                    Tally.Kind.KEPT_AS_PRINTED, row, text.identifiers().get(n).value() + ": " + why);
        }
        return kept;
    }

    /** Signed by the agency. */
    public JsonNode submit() {
        return move(standing(), "DRAFT", officials.submitter(), "submit", Map.of("reply", ""));
    }

    /** Signed by the agency, then taken into review, each possible duplicate judged. */
    public void intoReview(Judging judging) {
        JsonNode its = submit();
        if (its.path("status").asText().equals("SUBMITTED")) {
            JsonNode matches = api.listing(officials.chair()).get("/proposals/" + id() + "/duplicates");
            List<Map<String, Object>> judgements = judging.judge(row, matches.path("items"));
            move(its, "SUBMITTED", officials.chair(), "accept", object("judgements", judgements));
        }
    }

    /** Endorsed, so that its legal office looks at it. */
    public JsonNode endorse() {
        return move(standing(), "IN_REVIEW", officials.endorser(), "endorse", object("note", "Endorsed."));
    }

    /** Endorsed, and found sufficient in law. */
    public void toReady() {
        JsonNode its = endorse();
        move(its, "LEGAL_REVIEW", officials.legal(), "find-sufficient", OPINION);
        if (officials.consulted() != null) {
            consult();
        }
        tally.ready();
    }

    private void consult() {
        JsonNode its = standing();
        if (its.path("consultations").isEmpty()) {
            Map<String, Object> said = object(
                    "revisionRead",
                    its.path("revision").asInt(),
                    "agency",
                    officials.consulted(),
                    "on",
                    LocalDate.now(ZoneOffset.UTC).minusDays(1).toString(),
                    "person",
                    "Desk officer",
                    "outcome",
                    "No objection.");
            api.listing(officials.chair())
                    .post("/proposals/" + id() + "/consultations", said, ledger.key(step + "consult"));
        }
    }

    /** Acts if the proposal stands there; what comes back is how it stands then. */
    private JsonNode move(JsonNode its, String from, String account, String verb, Map<String, Object> body) {
        if (!its.path("status").asText().equals(from)) {
            return its;
        }
        Map<String, Object> act = object("revisionRead", its.path("revision").asInt());
        act.putAll(body);
        JsonNode moved;
        try {
            moved = api.listing(account).post("/proposals/" + id() + "/" + verb, act, ledger.key(step + verb));
        } catch (Refused refused) {
            moved = standing();
            if (moved.path("status").asText().equals(from)) {
                throw refused;
            }
        }
        ledger.acknowledge(step + verb, id());
        return moved;
    }

    public JsonNode standing() {
        return api.listing(officials.analyst()).get("/proposals/" + id());
    }

    public String id() {
        return ledger.id(step + "proposal").orElseThrow();
    }

    public String caseId() {
        return ledger.id(step + "case").orElseThrow();
    }

    public SourceRow row() {
        return row;
    }
}
