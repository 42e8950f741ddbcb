package lockstep.listing.proposal;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.chair;
import static lockstep.listing.testing.People.comReviewer;
import static lockstep.listing.testing.People.eeasAnalyst;
import static lockstep.listing.testing.People.eeasSubmitter;
import static lockstep.listing.testing.People.legal;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class ProposalResourceTest {
    private static final Map<String, Object> READ = Map.of("revisionRead", 1);

    @BeforeEach
    void seats() throws Exception {
        People.appoint();
        EvidenceStandIn.refuseNothing();
    }

    private static Response act(TestTokens who, UUID proposal, String act, Map<String, Object> body) {
        return as(who).body(body).post("/api/v1/proposals/" + proposal + "/" + act);
    }

    private static Response get(TestTokens who, UUID proposal) {
        return as(who).get("/api/v1/proposals/" + proposal);
    }

    private static void stands(UUID proposal, String status) {
        get(eeasAnalyst(), proposal).then().body("status", equalTo(status));
    }

    @Test
    void a_draft_is_seen_by_its_case_alone_until_it_is_submitted() {
        UUID proposal = Story.draft();
        refused(get(chair(), proposal), 404, "not-found");
        refused(act(chair(), proposal, "accept", Map.of("revisionRead", 1)), 404, "not-found");
        must(act(eeasSubmitter(), proposal, "submit", READ));
        must(get(chair(), proposal));
        refused(get(People.person("ofac-analyst", "US-OFAC", Role.ANALYST), proposal), 404, "not-found");
    }

    @Test
    void nobody_signs_what_he_wrote_or_what_he_has_not_read() {
        UUID proposal = Story.draft();
        TestTokens both = People.person("eeas-analyst", "EU-EEAS", Role.ANALYST, Role.SUBMITTER);
        refused(act(both, proposal, "submit", READ), 409, "four-eyes");
        refused(act(eeasAnalyst(), proposal, "submit", READ), 403, "not-permitted");
        refused(act(eeasSubmitter(), proposal, "submit", Map.of("revisionRead", 7)), 409, "stale-revision");
        refused(act(eeasSubmitter(), proposal, "submit", Map.of()), 422, "invalid-input");
        must(act(eeasSubmitter(), proposal, "submit", READ)).then().body("status", equalTo("SUBMITTED"));
        refused(act(eeasSubmitter(), proposal, "submit", READ), 409, "not-in-this-status");
    }

    @Test
    void an_exhibit_that_is_marked_for_its_originator_alone_is_cited_once_it_is_released_to_each_office_of_review() {
        UUID caseId = Story.openCase();
        UUID one = EvidenceStandIn.exhibit(caseId, "CUSTOMS", "PUBLIC", List.of("EU-EEAS"));
        UUID two = EvidenceStandIn.exhibit(caseId, "CORPORATE_REGISTRY", "DISCLOSABLE_TO_PARTY", List.of("EU-COUNCIL"));
        UUID proposal = Story.id(as(eeasAnalyst())
                .body(Story.text(Story.subject(caseId), one, two))
                .post("/api/v1/cases/" + caseId + "/proposals"));
        EvidenceStandIn.refuse("EU-CLS", one);
        refused(act(eeasSubmitter(), proposal, "submit", READ), 409, "not-open-to-review")
                .body("errors.detail", contains("EU-CLS could not open “Registry extract”."));
        EvidenceStandIn.refuseNothing();
        must(act(eeasSubmitter(), proposal, "submit", READ)).then().body("status", equalTo("SUBMITTED"));
    }

    @Test
    void each_office_does_its_own_part_in_its_turn() {
        UUID proposal = Story.submitted();
        refused(act(comReviewer(), proposal, "endorse", READ), 409, "not-in-this-status");
        refused(act(People.person("pres-other", "EU-PRES", Role.CHAIR), proposal, "accept", READ), 403, "no-office");
        must(act(chair(), proposal, "accept", READ));
        TestTokens own = People.person("eeas-reviewer", "EU-EEAS", Role.REVIEWER);
        refused(act(own, proposal, "endorse", READ), 403, "endorsement-not-of-this-agency");
        must(act(comReviewer(), proposal, "endorse", READ)).then().body("status", equalTo("LEGAL_REVIEW"));
        refused(act(legal(), proposal, "find-sufficient", READ), 422, "opinion-incomplete");
        must(act(legal(), proposal, "find-sufficient", Story.opinion())).then().body("status", equalTo("READY"));
    }

    @Test
    void a_returned_proposal_goes_in_again_with_a_new_revision_or_a_reply() {
        UUID proposal = Story.inReview();
        refused(
                act(comReviewer(), proposal, "return", Map.of("revisionRead", 1, "code", "BAD", "text", "x")),
                422,
                "invalid-input");
        must(act(
                comReviewer(),
                proposal,
                "return",
                Map.of("revisionRead", 1, "code", "LEGAL_DEFECT", "text", "Mend it.")));
        refused(act(eeasSubmitter(), proposal, "submit", READ), 409, "new-revision-or-reply-needed");
        must(act(eeasSubmitter(), proposal, "submit", Map.of("revisionRead", 1, "reply", "It is as it should be.")))
                .then()
                .body("status", equalTo("SUBMITTED"));
    }

    @Test
    void a_draft_is_changed_by_who_read_its_last_version() {
        UUID caseId = Story.openCase();
        Map<String, Object> text = Story.text(caseId, Story.subject(caseId));
        UUID proposal = Story.id(as(eeasAnalyst()).body(text).post("/api/v1/cases/" + caseId + "/proposals"));
        String tag = get(eeasAnalyst(), proposal).header("ETag");
        String path = "/api/v1/proposals/" + proposal;
        refused(as(eeasAnalyst()).body(text).put(path), 428, "precondition-required");
        refused(as(eeasAnalyst()).header("If-Match", "\"99\"").body(text).put(path), 412, "stale");
        must(as(eeasAnalyst()).header("If-Match", tag).body(text).put(path))
                .then()
                .body("revision", equalTo(2));
        refused(as(eeasAnalyst()).header("If-Match", tag).body(text).put(path), 412, "stale");
        refused(act(eeasSubmitter(), proposal, "submit", READ), 409, "stale-revision");
    }

    @Test
    void a_draft_keeps_its_programme_kind_and_target() {
        UUID caseId = Story.openCase();
        Map<String, Object> text = Story.text(caseId, Story.subject(caseId));
        UUID proposal = Story.id(as(eeasAnalyst()).body(text).post("/api/v1/cases/" + caseId + "/proposals"));
        Map<String, Object> others = Map.of("kind", "REMOVE", "subjectId", Story.subject(caseId));
        others.forEach((field, other) -> {
            Map<String, Object> changed = new HashMap<>(text);
            changed.put(field, other);
            refused(
                    as(eeasAnalyst())
                            .header("If-Match", get(eeasAnalyst(), proposal).header("ETag"))
                            .body(changed)
                            .put("/api/v1/proposals/" + proposal),
                    422,
                    "another-matter");
        });
    }

    @Test
    void subject_and_exhibits_are_of_the_case_itself() {
        UUID mine = Story.openCase();
        UUID other = Story.openCase();
        String path = "/api/v1/cases/" + mine + "/proposals";
        refused(as(eeasAnalyst()).body(Story.text(mine, Story.subject(other))).post(path), 422, "invalid-input")
                .body("errors.reason", contains("unknown-subject"));
        refused(as(eeasAnalyst()).body(Story.text(other, Story.subject(mine))).post(path), 422, "invalid-input")
                .body("errors.reason", hasItem("unknown-exhibit"))
                .body("errors.pointer", hasItem("/reasons/0/cites/0"));
    }

    @Test
    void the_same_key_makes_one_draft_and_another_body_under_it_none() throws Exception {
        UUID caseId = Story.openCase();
        Map<String, Object> text = Story.text(caseId, Story.subject(caseId));
        String key = UUID.randomUUID().toString();
        String path = "/api/v1/cases/" + caseId + "/proposals";
        UUID first = Story.id(
                as(eeasAnalyst()).header("Idempotency-Key", key).body(text).post(path));
        assertEquals(
                first,
                Story.id(as(eeasAnalyst())
                        .header("Idempotency-Key", key)
                        .body(text)
                        .post(path)));
        assertEquals(1, Databases.number("select count(*) from proposal where case_id = ?", caseId));
        Map<String, Object> changed = new HashMap<>(text);
        changed.put("note", "Another one.");
        refused(
                as(eeasAnalyst()).header("Idempotency-Key", key).body(changed).post(path),
                422,
                "idempotency-key-reused");
    }

    @Test
    void what_is_missing_is_named_and_the_attempt_is_in_the_history() throws Exception {
        UUID caseId = Story.openCase();
        Map<String, Object> text = new HashMap<>(Story.text(caseId, Story.subject(caseId)));
        text.put("ground", null);
        UUID bare = Story.id(as(eeasAnalyst()).body(text).post("/api/v1/cases/" + caseId + "/proposals"));
        refused(act(eeasSubmitter(), bare, "submit", READ), 409, "incomplete")
                .body("errors.pointer", contains("/ground"));
        stands(bare, "DRAFT");
        assertEquals(
                1,
                Databases.number(
                        "select count(*) from journal where aggregate_id = ? and type = 'proposal.submitted' and outcome = 'REFUSED'",
                        bare));
    }

    @Test
    void a_hold_cancels_the_round_and_the_others_go_on() {
        UUID held = Story.ready();
        UUID other = Story.ready();
        UUID pack = Story.packageOf(held, other);
        UUID round = Story.id(Story.openRound(pack));
        must(act(
                chair(),
                held,
                "hold",
                Map.of("reason", "Talks.", "reviewBy", Story.noonIn(10).toString())));
        must(as(chair()).get("/api/v1/rounds/" + round)).then().body("status", equalTo("CANCELLED"));
        stands(held, "ON_HOLD");
        stands(other, "READY");
        must(Story.openRound(pack));
        must(act(chair(), held, "resume", Map.of()))
                .then()
                .body("status", equalTo("READY"))
                .body("packageId", nullValue());
        must(as(chair()).get("/api/v1/packages/" + Story.packageOf(held)));
    }

    @Test
    void a_withdrawn_proposal_leaves_its_round_and_can_be_taken_up_again() {
        UUID gone = Story.ready();
        UUID other = Story.ready();
        UUID pack = Story.packageOf(gone, other);
        UUID round = Story.id(Story.openRound(pack));
        refused(act(eeasSubmitter(), gone, "withdraw", Map.of()), 422, "invalid-input");
        must(act(eeasSubmitter(), gone, "withdraw", Map.of("reason", "Talks went well.")));
        must(as(chair()).get("/api/v1/rounds/" + round)).then().body("status", equalTo("CANCELLED"));
        stands(other, "READY");
        UUID anew = Story.id(act(eeasAnalyst(), gone, "resubmit", Map.of("whatChanged", "They did not.")));
        get(eeasAnalyst(), anew).then().body("status", equalTo("DRAFT")).body("supersedes", equalTo(gone.toString()));
        get(eeasAnalyst(), gone).then().body("takenUpBy", equalTo(anew.toString()));
        refused(get(People.voter("FR"), anew), 404, "not-found");
        must(get(People.voter("FR"), gone)).then().body("takenUpBy", nullValue());
        refused(act(eeasAnalyst(), gone, "resubmit", Map.of("whatChanged", "A second time.")), 409, "taken-up-already");
    }

    @Test
    void a_changed_subject_sends_back_what_was_being_decided_and_waits_for_what_is_reviewed() {
        UUID reviewed = Story.inReview();
        refused(revise(reviewed, false), 409, "subject-under-review");
        UUID decided = Story.ready();
        UUID pack = Story.packageOf(decided);
        UUID round = Story.id(Story.openRound(pack));
        refused(revise(decided, false), 409, "material-change-unconfirmed");
        stands(decided, "DECIDING");
        must(revise(decided, true));
        stands(decided, "RETURNED");
        must(as(chair()).get("/api/v1/rounds/" + round)).then().body("status", equalTo("CANCELLED"));
        must(as(chair()).get("/api/v1/packages/" + pack)).then().body("status", equalTo("DISSOLVED"));
    }

    private static Response revise(UUID proposal, boolean materialChange) {
        String subject = get(eeasAnalyst(), proposal).jsonPath().getString("text.subjectId");
        String tag = as(eeasAnalyst()).get("/api/v1/subjects/" + subject).header("ETag");
        return as(eeasAnalyst())
                .header("If-Match", tag)
                .body(Story.company())
                .put("/api/v1/subjects/" + subject + "?materialChange=" + materialChange);
    }
}
