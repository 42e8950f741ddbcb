package lockstep.evidence;

import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** Of what is above the ceiling there is a record without content, for those whom the record's marking allows. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class PointerResourceTest {
    private static Map<String, Object> said(String... changes) {
        Map<String, Object> said = new HashMap<>(Map.of(
                "title", "Report on the carrier",
                "sourceType", "INTELLIGENCE",
                "collectedAt", "2026-01-20T09:30:00Z",
                "level", "EU:SECRET_UE",
                "place", "Registry of the EU Intelligence and Situation Centre",
                "reference", "R-2026-114",
                "contact", "Duty officer",
                "marking", Exhibiting.TO_COUNCIL));
        for (int n = 0; n < changes.length; n += 2) {
            said.put(changes[n], changes[n + 1]);
        }
        return said;
    }

    private static Response register(RequestSpecification by, UUID caseId, Map<String, Object> said) {
        return by.contentType(ContentType.JSON).body(said).post("/api/v1/cases/{caseId}/pointers", caseId);
    }

    private static UUID pointer(UUID caseId) {
        return UUID.fromString(register(People.eeasAnalyst(), caseId, said())
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static UUID pointer() {
        return pointer(Listing.caseOf("EU-EEAS", "EU-COM"));
    }

    @Test
    void nothing_of_what_it_leaves_unsaid_is_proposed_for_the_next_exhibit() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        pointer(caseId);
        People.eeasAnalyst()
                .get("/api/v1/cases/{c}/description-defaults", caseId)
                .then()
                .statusCode(200)
                .body("from", equalTo("AGENCY"), "reliability", nullValue(), "relianceUse", nullValue());
    }

    @Test
    void whoever_sees_the_record_learns_where_it_is_held_and_whom_to_ask() {
        UUID id = pointer();
        for (RequestSpecification by : List.of(People.eeasAnalyst(), People.comAnalyst())) {
            by.get("/api/v1/exhibits/{id}/pointer", id)
                    .then()
                    .statusCode(200)
                    .body("level", equalTo("EU:SECRET_UE"))
                    .body("place", equalTo("Registry of the EU Intelligence and Situation Centre"))
                    .body("reference", equalTo("R-2026-114"))
                    .body("contact", equalTo("Duty officer"));
        }
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}", id)
                .then()
                .body("versions[0].state", equalTo("POINTER"))
                .body("versions[0].relianceUse", equalTo("LEAD_ONLY"))
                .body("versions[0].sha256", nullValue())
                .body("allowedActions.find { it.action == 'open-content' }.reason", equalTo("pointer"));
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}/history", id)
                .then()
                .body("items.type", hasItem("exhibit.pointer-registered"))
                .body("items[0].payload.level", equalTo("EU:SECRET_UE"));
        People.bisAnalyst().get("/api/v1/exhibits/{id}/pointer", id).then().statusCode(404);
        People.frenchVoter().get("/api/v1/exhibits/{id}/pointer", id).then().statusCode(404);
        People.administrator().get("/api/v1/exhibits/{id}/pointer", id).then().statusCode(403);
    }

    @Test
    void that_an_informant_told_of_it_is_told_to_its_originator_alone() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        String id = register(People.eeasAnalyst(), caseId, said("sourceType", "INFORMANT"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}", id)
                .then()
                .body("versions[0].sourceType", equalTo("INFORMANT"));
        People.comAnalyst().get("/api/v1/exhibits/{id}", id).then().body("versions[0].sourceType", nullValue());
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}/history", id)
                .then()
                .body("items[0].type", equalTo("exhibit.pointer-registered"))
                .body("items[0].payload.sourceType", nullValue());
    }

    @Test
    void no_bytes_come_to_it_by_any_way() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        UUID id = pointer(caseId);
        problem(
                People.eeasAnalyst()
                        .contentType("application/octet-stream")
                        .body("secret".getBytes())
                        .put("/api/v1/exhibits/{id}/versions/1/content", id),
                409,
                "pointer");
        problem(
                People.eeasAnalyst()
                        .contentType(ContentType.JSON)
                        .body(Exhibiting.description("reason", "now with content"))
                        .post("/api/v1/exhibits/{id}/versions", id),
                409,
                "pointer");
        problem(People.eeasAnalyst().get("/api/v1/exhibits/{id}/versions/1/content", id), 409, "pointer");
        problem(People.eeasAnalyst().post("/api/v1/exhibits/{id}/versions/1/parts", id), 409, "pointer");
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/redactions", id)
                .then()
                .body("bring.reason", equalTo("pointer"));
        Map<String, Object> above = Map.of("level", "EU:SECRET_UE", "relTo", List.of("EU-COUNCIL"));
        for (String route : List.of("exhibits", "batches")) {
            problem(
                            People.eeasAnalyst()
                                    .contentType(ContentType.JSON)
                                    .body(Exhibiting.description("marking", above))
                                    .post("/api/v1/cases/{c}/" + route, caseId),
                            422,
                            "invalid-input")
                    .body("errors.find { it.pointer == '/marking/level' }.reason", equalTo("above-ceiling"));
        }
        problem(
                        People.eeasAnalyst()
                                .contentType(ContentType.JSON)
                                .body(Exhibiting.description("reason", "higher", "marking", above))
                                .post(
                                        "/api/v1/exhibits/{id}/versions",
                                        Exhibiting.held(caseId, "low " + id).exhibitId()),
                        422,
                        "invalid-input")
                .body("errors.reason", contains("above-ceiling"));
    }

    @Test
    void what_is_wrong_is_named_and_content_below_the_ceiling_is_brought_as_an_exhibit() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        problem(register(People.eeasAnalyst(), caseId, said("level", "EU:LIMITE")), 422, "invalid-input")
                .body("errors.reason", contains("below-ceiling"));
        problem(register(People.eeasAnalyst(), caseId, said("level", "EU:COSMIC")), 422, "invalid-input")
                .body("errors.reason", contains("unknown-level"));
        problem(
                        register(People.eeasAnalyst(), caseId, said("level", null, "place", "", "reference", null)),
                        422,
                        "invalid-input")
                .body("errors", hasSize(3));
        Map<String, Object> above = said();
        above.put("marking", Map.of("level", "EU:SECRET_UE"));
        problem(register(People.eeasAnalyst(), caseId, above), 422, "invalid-input")
                .body("errors.reason", contains("above-ceiling"));
    }

    @Test
    void who_may_bring_one() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        problem(register(People.bisAnalyst(), caseId, said()), 404, "not-found");
        problem(register(People.frenchVoter(), caseId, said()), 403, "not-permitted");
        problem(register(People.auditor(), caseId, said()), 403, "not-permitted");
        problem(
                register(
                        People.as(TestTokens.person("eeas-officer", "EU-EEAS", Role.RELEASE_OFFICER, Role.REGISTRAR)),
                        caseId,
                        said()),
                403,
                "not-permitted");
        register(People.comAnalyst(), caseId, said()).then().statusCode(201);
    }

    @Test
    void a_repeated_command_brings_one() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        String first = null;
        for (int n = 0; n < 2; n++) {
            String id = register(People.eeasAnalyst().header("Idempotency-Key", "p-" + caseId), caseId, said())
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            assertEquals(first == null ? id : first, id);
            first = id;
        }
        People.eeasAnalyst().get("/api/v1/cases/{c}/exhibits", caseId).then().body("items", hasSize(1));
    }

    @Test
    void every_seat_is_refused_it_so_that_no_round_rests_on_it() {
        UUID caseId = Listing.caseOf("EU-EEAS", "FR-REP");
        VersionRef ref = new VersionRef(pointer(caseId), 1);
        People.listingService()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "readers", List.of(Map.of("agency", "FR-REP")),
                        "items", List.of(ref),
                        "caseIds", List.of(caseId)))
                .post("/internal/access/refused")
                .then()
                .statusCode(200)
                .body("refused.verdict", contains("UNKNOWN_EXHIBIT"));
    }

    @Test
    void the_database_takes_no_content_and_no_other_use_for_it() throws Exception {
        UUID id = pointer();
        for (String attempt : List.of(
                "update exhibit_version set reliance_use = 'PUBLIC' where exhibit_id = '" + id + "'",
                "update exhibit_version set n = 2 where exhibit_id = '" + id + "'",
                "update exhibit set pointer = false where id = '" + id + "'")) {
            try (Connection superuser = Databases.asSuperuser();
                    Statement statement = superuser.createStatement()) {
                SQLException refused = assertThrows(SQLException.class, () -> statement.execute(attempt), attempt);
                assertEquals("42501", refused.getSQLState(), attempt);
            }
        }
        for (String attempt : List.of("update pointer set place = 'x'", "delete from pointer")) {
            try (Connection app = Databases.asApp();
                    Statement statement = app.createStatement()) {
                SQLException refused = assertThrows(SQLException.class, () -> statement.execute(attempt), attempt);
                assertEquals("42501", refused.getSQLState(), attempt);
            }
        }
    }
}
