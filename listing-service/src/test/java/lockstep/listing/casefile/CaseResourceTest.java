package lockstep.listing.casefile;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.eeasAnalyst;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.COUNCIL_MARKING;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class CaseResourceTest {
    private static final TestTokens COMMISSION = People.person("com-analyst", "EU-COM", Role.ANALYST);

    @Test
    void a_case_is_its_creators_alone_until_another_agency_is_invited() {
        UUID id = Story.openCase();
        String path = "/api/v1/cases/" + id;
        refused(as(COMMISSION).get(path), 404, "not-found");
        refused(as(COMMISSION).body(Map.of("agency", "EU-COM")).post(path + "/participants"), 404, "not-found");
        must(as(eeasAnalyst()).body(Map.of("agency", "EU-COM")).post(path + "/participants"));
        must(as(COMMISSION).get(path)).then().body("participants.agency", contains("EU-EEAS", "EU-COM"));
        refused(
                as(eeasAnalyst()).body(Map.of("agency", "EU-COM")).post(path + "/participants"),
                409,
                "already-takes-part");
        refused(as(eeasAnalyst()).body(Map.of("agency", "XX")).post(path + "/participants"), 422, "unknown-agency");
        refused(as(COMMISSION).body(Map.of("agency", "EU-CLS")).post(path + "/participants"), 403, "not-the-creator");
        must(as(COMMISSION).body(Map.of("agency", "EU-COM", "reason", "done")).post(path + "/leave"));
        refused(as(COMMISSION).get(path), 404, "not-found");
        refused(
                as(eeasAnalyst())
                        .body(Map.of("agency", "EU-EEAS", "reason", "done"))
                        .post(path + "/leave"),
                409,
                "creator-stays");
    }

    /** Outside the release set a partner sees that something is on the table, and no more. */
    @Test
    void a_partner_in_the_case_sees_how_far_others_are_and_not_by_which_proposal() throws Exception {
        People.appoint();
        Map<String, Object> shared = new HashMap<>(COUNCIL_MARKING);
        shared.put("relTo", List.of("EU-COUNCIL", "US-SANCTIONS"));
        UUID id = Story.id(as(eeasAnalyst())
                .body(Map.of("title", "In step", "marking", shared))
                .post("/api/v1/cases"));
        must(as(eeasAnalyst()).body(Map.of("agency", "US-BIS")).post("/api/v1/cases/" + id + "/participants"));
        UUID subject = Story.subject(id);
        UUID proposal =
                Story.id(as(eeasAnalyst()).body(Story.text(id, subject)).post("/api/v1/cases/" + id + "/proposals"));
        TestTokens partner = People.us("bis-analyst", Role.ANALYST);
        TestTokens outsider = People.person("fcdo-analyst", "UK-FCDO", Role.ANALYST);
        String union = "alignment.find { it.jurisdiction == 'EU' }.";

        must(as(partner).get("/api/v1/cases/" + id)).then().body(union + "state", equalTo("NOT_CONSIDERED"));
        Story.act(People.eeasSubmitter(), proposal, "submit", Map.of("revisionRead", 1));
        must(as(partner).get("/api/v1/cases/" + id))
                .then()
                .body("proposals", hasSize(0))
                .body(union + "state", equalTo("PROPOSED"))
                .body(union + "proposalId", equalTo(null));
        must(as(eeasAnalyst()).get("/api/v1/cases/" + id))
                .then()
                .body(union + "proposalId", equalTo(proposal.toString()));
        refused(as(outsider).get("/api/v1/cases/" + id), 404, "not-found");
    }

    @Test
    void who_looks_after_accounts_alone_sees_no_case_of_the_own_agency() {
        UUID id = Story.id(as(eeasAnalyst()).body(Map.of("title", "Closed")).post("/api/v1/cases"));
        TestTokens administrator = People.person("eeas-admin", "EU-EEAS", Role.ADMIN);
        refused(as(administrator).get("/api/v1/cases/" + id), 404, "not-found");
        as(administrator).get("/api/v1/cases").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void a_character_that_no_text_can_hold_is_refused() {
        refused(as(eeasAnalyst()).body(Map.of("title", "a\u0000b")).post("/api/v1/cases"), 422, "malformed-text");
        refused(as(eeasAnalyst()).body("{\"title\": \"a\\ud800b\"}").post("/api/v1/cases"), 422, "malformed-text");
        refused(as(eeasAnalyst()).queryParam("q", "\u0000").get("/api/v1/cases"), 422, "malformed-text");
    }

    @Test
    void a_case_without_a_marking_is_released_to_nobody() {
        UUID id = Story.id(as(eeasAnalyst()).body(Map.of("title", "Quiet")).post("/api/v1/cases"));
        must(as(eeasAnalyst()).get("/api/v1/cases/" + id))
                .then()
                .body("marking.relTo", hasSize(0))
                .body("marking.level", equalTo("EU:LIMITE"));
    }

    @Test
    void the_same_key_opens_one_case() throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("title", "Once " + key, "marking", COUNCIL_MARKING);
        UUID first = Story.id(
                as(eeasAnalyst()).header("Idempotency-Key", key).body(body).post("/api/v1/cases"));
        assertEquals(
                first,
                Story.id(as(eeasAnalyst())
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post("/api/v1/cases")));
        assertEquals(1, Databases.number("select count(*) from casefile where title = ?", "Once " + key));
        refused(
                as(eeasAnalyst())
                        .header("Idempotency-Key", key)
                        .body(Map.of("title", "Other"))
                        .post("/api/v1/cases"),
                422,
                "idempotency-key-reused");
    }

    @Test
    void a_header_is_changed_on_the_version_that_was_read() {
        String path = "/api/v1/cases/" + Story.openCase();
        String tag = as(eeasAnalyst()).get(path).header("ETag");
        refused(as(eeasAnalyst()).body(Map.of("title", "New")).patch(path), 428, "precondition-required");
        must(as(eeasAnalyst())
                        .header("If-Match", tag)
                        .body(Map.of("title", "New"))
                        .patch(path))
                .then()
                .body("title", equalTo("New"));
        refused(
                as(eeasAnalyst())
                        .header("If-Match", tag)
                        .body(Map.of("title", "Newer"))
                        .patch(path),
                412,
                "stale");
        refused(
                as(eeasAnalyst())
                        .header("If-Match", tag)
                        .body(Map.of("marking", Map.of("level", "EU:SECRET")))
                        .patch(path),
                422,
                "invalid-input");
    }

    @Test
    void a_subject_is_of_a_case_that_one_takes_part_in_and_its_digits_are_checked() {
        UUID id = Story.openCase();
        String path = "/api/v1/cases/" + id + "/subjects";
        refused(as(COMMISSION).body(Story.company()).post(path), 404, "not-found");
        UUID subject = Story.subject(id);
        refused(as(COMMISSION).get("/api/v1/subjects/" + subject), 404, "not-found");
        refused(as(eeasAnalyst()).body("{\"type\":\"COMPANY\",\"owner\":1}").post(path), 400, "unknown-field");
        Map<String, Object> wrong = Map.of(
                "type",
                "COMPANY",
                "country",
                "RU",
                "names",
                List.of(Map.of("full", "Orlan", "kind", "PRIMARY", "quality", "STRONG")),
                "identifiers",
                List.of(Map.of("type", "INN", "value", "9901000011", "issuingCountry", "RU", "label", "INN")));
        refused(as(eeasAnalyst()).body(wrong).post(path), 422, "invalid-input");
        String tag = as(eeasAnalyst()).get("/api/v1/subjects/" + subject).header("ETag");
        must(as(eeasAnalyst()).header("If-Match", tag).body(Story.company()).put("/api/v1/subjects/" + subject));
        refused(
                as(eeasAnalyst()).header("If-Match", tag).body(Story.company()).put("/api/v1/subjects/" + subject),
                412,
                "stale");
    }
}
