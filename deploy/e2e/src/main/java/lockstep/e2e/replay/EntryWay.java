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

/** One row's way from an opened case to a proposal that is ready for decision; each step looks first where it stands. */
public final class EntryWay {
    private static final Map<String, Object> OPINION = object(
            "standard", "sufficiently solid factual basis",
            "criterion", "the facts meet the criterion named",
            "proportionality", "the measure is the least that serves the aim",
            "disclosability", "both exhibits can be shown to the party");

    private final Officials officials;
    private final SourceRow row;
    private final Api api;
    private final Ledger ledger;
    private final Tally tally;
    private final EntryWay former;
    private final String step;

    public EntryWay(Officials officials, SourceRow row, Api api, Ledger ledger, Tally tally) {
        this(officials, row, api, ledger, tally, null);
    }

    private EntryWay(Officials officials, SourceRow row, Api api, Ledger ledger, Tally tally, EntryWay former) {
        this.officials = officials;
        this.row = row;
        this.api = api;
        this.ledger = ledger;
        this.tally = tally;
        this.former = former;
        this.step = "row/" + officials.programme() + "/" + row.reference() + "/" + (former == null ? "" : "amended/");
    }

    /** The way of the same entry as a later act has it: in its own case, about its listing, which is published by then. */
    EntryWay amendedTo(SourceRow now) {
        return new EntryWay(officials, now, api, ledger, tally, this);
    }

    /** Case, subject, exhibits and draft. */
    public void draft(Statement statement) {
        String caseId = former == null ? opened() : former.caseId();
        SubjectWay subject = new SubjectWay(api.listing(officials.analyst()), row, ledger, tally, step);
        String subjectId = former == null ? subject.describe(caseId) : subject.revise(former.subjectId());
        Evidence evidence = new Evidence(api.evidence(officials.analyst()), ledger, step, officials.marking());
        String printedRow = evidence.sourceRow(caseId, row);
        String register = evidence.registryExtract(caseId, row);
        once(
                "proposal",
                "/cases/" + caseId + "/proposals",
                statement.of(row, subjectId, amends(), printedRow, register));
        tally.drafted();
    }

    private String opened() {
        return once(
                "case",
                "/cases",
                object(
                        "title",
                        title(),
                        "summary",
                        officials.programme() + ", " + row.described(),
                        "marking",
                        officials.marking()));
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

    /** Signed by the agency. */
    public JsonNode submit() {
        return move(standing(), "DRAFT", officials.submitter(), "submit", Map.of("reply", ""));
    }

    /** Signed by the agency, then taken into review, each possible duplicate judged. */
    public void intoReview(Judging judging) {
        JsonNode its = submit();
        if (its.path("status").asText().equals("SUBMITTED")) {
            JsonNode matches = api.listing(officials.chair()).get("/proposals/" + id() + "/duplicates");
            List<Map<String, Object>> judgements = judging.judge(row, amends(), matches.path("items"));
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

    /** Each language that its law asks for, written by the proposer and confirmed by the lawyer. */
    void toEachLanguage() {
        JsonNode asked = api.listing(officials.analyst()).get(languages());
        List<String> paragraphs = Json.items(asked.at("/original/paragraphs"))
                .map(JsonNode::asText)
                .toList();
        for (JsonNode one : asked.path("languages")) {
            String language = one.path("language").asText();
            if (!one.path("state").asText().equals("CONFIRMED")) {
                JsonNode written = api.listing(officials.analyst())
                        .post(
                                languages(),
                                object(
                                        "language",
                                        language,
                                        "contentHashRead",
                                        asked.path("contentHash").asText(),
                                        "paragraphs",
                                        paragraphs.stream()
                                                .map(text -> "[" + language + "] " + text)
                                                .toList()),
                                ledger.key(step + "write/" + language));
                Json.items(written.path("languages"))
                        .filter(its -> its.path("language").asText().equals(language))
                        .forEach(its -> api.listing(officials.legal())
                                .post(
                                        languages() + "/" + language + "/confirm",
                                        object("sha256Read", its.path("sha256").asText()),
                                        ledger.key(step + "confirm/" + language)));
            }
        }
    }

    /** True if its law asks for a language beside the one in which it is worked on. */
    boolean translated() {
        return !api.listing(officials.analyst())
                .get(languages())
                .path("languages")
                .isEmpty();
    }

    private String languages() {
        return "/proposals/" + id() + "/language-versions";
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
        return former == null ? ledger.id(step + "case").orElseThrow() : former.caseId();
    }

    private String subjectId() {
        return ledger.id(step + "subject").orElseThrow();
    }

    /** The listing that this entry is to stand in the place of, or null. */
    String amends() {
        return former == null ? null : former.published().path("id").asText();
    }

    /** The listing that the proposal became. */
    JsonNode published() {
        String listing = standing().path("listingId").asText(null);
        if (listing == null) {
            throw new IllegalStateException("published, but no listing is named");
        }
        return api.listing(officials.analyst()).get("/listings/" + listing);
    }

    public SourceRow row() {
        return row;
    }
}
