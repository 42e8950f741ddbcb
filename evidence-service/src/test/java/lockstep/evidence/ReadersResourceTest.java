package lockstep.evidence;

import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** Who can see a version, and why, told to the people of its originator and to nobody else. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class ReadersResourceTest {

    private static ValidatableResponse readers(VersionRef ref, String query) {
        return People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/versions/1/readers" + query, ref.exhibitId())
                .then();
    }

    @Test
    void each_agency_that_takes_part_is_told_with_its_ground_or_with_what_is_missing() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM", "US-BIS", "US-STATE");
        VersionRef held = Exhibiting.held(
                caseId,
                "who can see this",
                "marking",
                Map.of("level", "EU:LIMITE", "relTo", List.of("EU-COM", "FR"), "tlp", "AMBER"));
        Listing.parties(UUID.randomUUID(), caseId, List.of("FR-REP"), held);
        People.listingService().post("/internal/feed/pull");
        Releasing.shared(caseId, Map.of("kind", "AGENCY", "name", "US-BIS"), Map.of(), held);
        readers(held, "")
                .statusCode(200)
                .body("items.agency", containsInAnyOrder("EU-EEAS", "EU-COM", "US-BIS", "US-STATE", "FR-REP"))
                .body("items.find { it.agency == 'EU-EEAS' }.because", equalTo("ORIGINATOR"))
                .body("items.find { it.agency == 'EU-COM' }.because", equalTo("MARKING"))
                .body("items.find { it.agency == 'FR-REP' }.because", equalTo("MARKING"))
                .body("items.find { it.agency == 'US-BIS' }.because", equalTo("RELEASE"))
                .body("items.find { it.agency == 'US-STATE' }.mayRead", equalTo(false))
                .body("items.find { it.agency == 'US-STATE' }.because", equalTo("NOT_RELEASED_TO"));
        Releasing.shared(caseId, Map.of("kind", "AGENCY", "name", "JP-METI"), Map.of(), held);
        readers(held, "").body("items.find { it.agency == 'JP-METI' }.because", equalTo("NO_PART_IN_CASE"));
        readers(held, "?agency=DE-REP").body("items[0].because", equalTo("NO_PART_IN_CASE"));
        People.bisAnalyst()
                .get("/api/v1/exhibits/{id}/releases-to-me", held.exhibitId())
                .then()
                .statusCode(200)
                .body("items[0].to", equalTo("US-BIS"), "items.size()", equalTo(1));
        People.as(TestTokens.person("bis-auditor", "US-BIS", Role.AUDITOR))
                .get("/api/v1/exhibits/{id}/releases-to-me", held.exhibitId())
                .then()
                .statusCode(200)
                .body("items.to", contains("US-BIS"));
    }

    @Test
    void a_conflict_of_interest_is_told_in_the_persons_own_agency_alone() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef held = Exhibiting.held(caseId, "recusals", "marking", Exhibiting.TO_COUNCIL);
        Listing.recused(caseId, "com-recused");
        Listing.recused(caseId, "eeas-recused");
        People.listingService().post("/internal/feed/pull");
        readers(held, "?agency=EU-COM&sub=" + TestTokens.sub("com-recused"))
                .body("items[0].mayRead", equalTo(false), "items[0].because", nullValue());
        readers(held, "?agency=EU-EEAS&sub=" + TestTokens.sub("eeas-recused"))
                .body("items[0].because", equalTo("RECUSED"));
    }

    @Test
    void others_are_not_told() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM", "US-BIS");
        VersionRef held = Exhibiting.held(caseId, "not told", "marking", Exhibiting.TO_COUNCIL);
        String route = "/api/v1/exhibits/{id}/versions/1/readers";
        problem(People.comAnalyst().get(route, held.exhibitId()), 403, "not-the-originator");
        problem(People.bisAnalyst().get(route, held.exhibitId()), 404, "not-found");
        problem(People.bisAnalyst().get("/api/v1/exhibits/{id}/releases-to-me", held.exhibitId()), 404, "not-found");
        problem(People.administrator().get(route, held.exhibitId()), 403, "not-permitted");
        problem(
                People.as(TestTokens.person("eu-auditor", "EU-EEAS", Role.AUDITOR))
                        .get(route, held.exhibitId()),
                403,
                "not-permitted");
        problem(readers(held, "?agency=XX-NONE"), 422, "invalid-input");
    }
}
