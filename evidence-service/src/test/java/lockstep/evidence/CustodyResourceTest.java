package lockstep.evidence;

import static lockstep.evidence.Exhibiting.TO_COUNCIL;
import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** What is asked of whoever opens content, and what is written down of whoever had it in hand. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class CustodyResourceTest {
    private static final String CONTENT = "/api/v1/exhibits/{id}/versions/1/content";
    private static final String HANDLING = "/api/v1/exhibits/{id}/versions/1/handling";
    private static final String TRANSFERS = "/api/v1/exhibits/{id}/versions/1/transfers";
    private static final String HISTORY = "/api/v1/exhibits/{id}/history?limit=200";

    @Test
    void where_the_marking_singles_readers_out_they_say_what_for_and_it_stands_in_the_custody() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        for (Map<String, Object> marking : List.<Map<String, Object>>of(
                Map.of("level", "EU:RESTREINT_UE"),
                Map.of("level", "EU:LIMITE", "orcon", true),
                Map.of("level", "EU:LIMITE", "tlp", "AMBER_STRICT"),
                Map.of("level", "EU:PUBLIC", "tlp", "RED", "named", List.of(TestTokens.sub("eeas-analyst"))))) {
            VersionRef held = Exhibiting.held(caseId, "strict " + marking, "marking", marking);
            problem(People.eeasAnalyst().get(CONTENT, held.exhibitId()), 422, "purpose-needed");
            problem(
                    People.eeasAnalyst().queryParam("purpose", " ").get(CONTENT, held.exhibitId()),
                    422,
                    "purpose-needed");
            People.eeasAnalyst()
                    .queryParam("purpose", "Reasons of the proposal")
                    .get(CONTENT, held.exhibitId())
                    .then()
                    .statusCode(200);
            People.eeasAnalyst()
                    .get(HISTORY, held.exhibitId())
                    .then()
                    .body("items.findAll { it.outcome == 'READ' }.payload.purpose", contains("Reasons of the proposal"))
                    .body("items.findAll { it.outcome == 'REFUSED' }.size()", equalTo(2));
        }
    }

    @Test
    void elsewhere_it_may_be_said_and_is_remembered_for_the_person_and_the_case() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        UUID open = Exhibiting.held(caseId, "open", "marking", TO_COUNCIL).exhibitId();
        UUID strict = Exhibiting.held(
                        caseId,
                        "strict",
                        "marking",
                        Map.of("level", "EU:LIMITE", "relTo", List.of("EU-COUNCIL"), "orcon", true))
                .exhibitId();
        asked(People.eeasAnalyst(), open, false, null);
        People.eeasAnalyst().get(CONTENT, open).then().statusCode(200);
        asked(People.eeasAnalyst(), strict, true, null);
        People.eeasAnalyst()
                .queryParam("purpose", " Preparing the round ")
                .get(CONTENT, open)
                .then()
                .statusCode(200);
        asked(People.eeasAnalyst(), strict, true, "Preparing the round");
        asked(People.comAnalyst(), open, false, null);
        VersionRef elsewhere = Exhibiting.held(Listing.caseOf("EU-EEAS"), "another case");
        asked(People.eeasAnalyst(), elsewhere.exhibitId(), false, null);
        problem(People.bisAnalyst().get(HANDLING, open), 404, "not-found");
        problem(People.eeasAnalyst().queryParam("purpose", "x".repeat(501)).get(CONTENT, open), 422, "invalid-input");
    }

    @Test
    void a_transfer_is_written_down_by_the_originator_and_for_it() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        UUID held = Exhibiting.held(caseId, "seized", "marking", TO_COUNCIL).exhibitId();
        transfer(People.eeasAnalyst(), held, "2026-01-21T10:00:00Z").then().statusCode(200);
        People.eeasAnalyst()
                .get(HISTORY, held)
                .then()
                .body("items.type", contains("exhibit.registered", "exhibit.held", "exhibit.transferred"))
                .body("items[2].payload.receiver", equalTo("Registry of the General Court"))
                .body("items[2].payload.medium", equalTo("ORIGINAL"))
                .body("items[2].payload.handedOverAt", equalTo("2026-01-21T10:00:00Z"))
                .body("items[2].exhibits[0].sha256.length()", equalTo(64));
        People.comAnalyst()
                .get(HISTORY, held)
                .then()
                .body("items.type", contains("exhibit.registered", "exhibit.held"));
        problem(transfer(People.comAnalyst(), held, "2026-01-21T10:00:00Z"), 403, "not-keeping");
        problem(transfer(People.bisAnalyst(), held, "2026-01-21T10:00:00Z"), 404, "not-found");
        problem(transfer(People.eeasAnalyst(), held, "2099-01-21T10:00:00Z"), 422, "invalid-input")
                .body("errors.pointer", contains("/at"));
        problem(
                transfer(
                        People.as(TestTokens.person("eeas-reviewer", "EU-EEAS", Role.REVIEWER)),
                        held,
                        "2026-01-21T10:00:00Z"),
                403,
                "not-permitted");
        UUID empty = Exhibiting.registered(People.eeasAnalyst(), caseId);
        problem(transfer(People.eeasAnalyst(), empty, "2026-01-21T10:00:00Z"), 409, "awaiting-content");
    }

    private static void asked(RequestSpecification by, UUID exhibit, boolean asked, String last) {
        by.get(HANDLING, exhibit)
                .then()
                .statusCode(200)
                .body("purposeAsked", equalTo(asked), "lastPurpose", last == null ? nullValue() : equalTo(last));
    }

    private static Response transfer(RequestSpecification by, UUID exhibit, String at) {
        return by.contentType(ContentType.JSON)
                .body(Map.of(
                        "medium",
                        "ORIGINAL",
                        "receiver",
                        "Registry of the General Court",
                        "purpose",
                        "Case T-1/26",
                        "at",
                        at))
                .post(TRANSFERS, exhibit);
    }
}
