package lockstep.evidence;

import static lockstep.evidence.Problems.problem;
import static lockstep.evidence.Releasing.TO_FRANCE;
import static lockstep.evidence.Releasing.ask;
import static lockstep.evidence.Releasing.request;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** Whether a release can be asked for is told as the asking itself would be answered. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class AskableResourceTest {

    private static ValidatableResponse askable(RequestSpecification by, UUID caseId, VersionRef... refs) {
        return by.contentType("application/json")
                .body(Map.of("items", List.of(refs)))
                .post("/api/v1/cases/" + caseId + "/askable-versions")
                .then();
    }

    private static RequestSpecification german() {
        return People.as(TestTokens.person("de-voter", "DE-REP", Role.VOTER));
    }

    @Test
    void a_version_that_is_known_by_its_citation_alone_can_be_asked_for_and_no_other() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef cited = Exhibiting.held(caseId, "cited");
        VersionRef uncited = Exhibiting.held(caseId, "not cited");
        VersionRef unknown = new VersionRef(UUID.randomUUID(), 1);
        Listing.parties(UUID.randomUUID(), caseId, List.of("FR-REP"), cited);
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
        askable(People.frenchVoter(), caseId, cited, uncited, unknown)
                .statusCode(200)
                .body("items.exhibitId", contains(cited.exhibitId().toString()));
        problem(ask(People.frenchVoter(), caseId, request("SHARE", TO_FRANCE, uncited)), 404, "not-found");
        askable(german(), caseId, cited, uncited).statusCode(200).body("items", empty());
        problem(ask(german(), caseId, request("SHARE", TO_FRANCE, cited)), 404, "not-found");
        askable(People.frenchVoter(), Listing.caseOf("EU-EEAS"), cited)
                .statusCode(200)
                .body("items", empty());
        askable(People.eeasAnalyst(), caseId, cited, uncited)
                .body(
                        "items.exhibitId",
                        contains(
                                cited.exhibitId().toString(),
                                uncited.exhibitId().toString()));
    }

    @Test
    void whoever_asks_for_no_releases_is_not_told() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef held = Exhibiting.held(caseId, "x");
        problem(askable(People.auditor(), caseId, held), 403, "not-permitted");
        for (String unclear : List.of("{}", "{\"items\":[null]}", "{\"items\":[{\"version\":1}]}")) {
            People.frenchVoter()
                    .contentType("application/json")
                    .body(unclear)
                    .post("/api/v1/cases/" + caseId + "/askable-versions")
                    .then()
                    .statusCode(either(is(400)).or(is(422)))
                    .contentType("application/problem+json");
        }
    }
}
