package lockstep.listing.reliance;

import static io.restassured.RestAssured.given;
import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.publication.ReleaseJob;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.Ofac;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import lockstep.listing.testing.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Before evidence-service disposes of an exhibit it asks what rests on it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class RelianceTest {
    @Inject
    ReleaseJob release;

    @BeforeEach
    void appoint() throws Exception {
        People.appoint();
        EvidenceStandIn.refuseNothing();
    }

    private static Response asked(RequestSpecification by, UUID exhibit, UUID caseId) {
        return by.contentType("application/json")
                .body(Map.of("exhibitId", exhibit, "caseId", caseId))
                .post("/internal/exhibits/reliance");
    }

    private static ValidatableResponse reliance(JsonPath proposal) {
        RequestSpecification service = given().auth().preemptive().oauth2(TestTokens.service("evidence-service"));
        return asked(service, exhibit(proposal), UUID.fromString(proposal.getString("caseId")))
                .then()
                .statusCode(200);
    }

    private static UUID exhibit(JsonPath proposal) {
        return UUID.fromString(proposal.getString("text.reasons[0].cites[0].exhibitId"));
    }

    private static JsonPath seen(TestTokens by, UUID proposal) {
        return must(as(by).get("/api/v1/proposals/" + proposal)).jsonPath();
    }

    private static String inTenYears() {
        return String.valueOf(OffsetDateTime.now(ZoneOffset.UTC).plusYears(10)).substring(0, 7);
    }

    @Test
    void a_proposal_that_is_not_over_is_in_the_way_and_once_it_is_the_programme_s_retention_runs() {
        UUID proposal = Story.draft();
        JsonPath view = seen(People.eeasAnalyst(), proposal);
        reliance(view).body("live", equalTo(true));
        must(as(People.eeasSubmitter())
                .body(Map.of("reason", "It was another company."))
                .post("/api/v1/proposals/" + proposal + "/withdraw"));
        reliance(view).body("live", equalTo(false)).body("retainUntil", startsWith(inTenYears()));
    }

    @Test
    void a_listing_is_in_the_way_as_long_as_it_is_in_effect() throws Exception {
        Ofac.File file = Ofac.file();
        UUID added = Ofac.draft(file, "ADD", null);
        UUID listing = published(added, "97801");
        JsonPath view = seen(Ofac.analyst(), added);
        reliance(view).body("live", equalTo(true));
        published(Ofac.draft(file, "REMOVE", listing), "97801");
        reliance(view).body("live", equalTo(false)).body("retainUntil", startsWith(inTenYears()));
    }

    private UUID published(UUID proposal, String number) throws Exception {
        Time.releaseOf(Ofac.scheduled(proposal, number));
        release.run();
        return UUID.fromString(seen(Ofac.analyst(), proposal).getString("listingId"));
    }

    @Test
    void on_what_nobody_cites_nothing_rests_and_no_person_may_ask() {
        UUID caseId = UUID.fromString(seen(People.eeasAnalyst(), Story.draft()).getString("caseId"));
        RequestSpecification service = given().auth().preemptive().oauth2(TestTokens.service("evidence-service"));
        asked(service, UUID.randomUUID(), caseId)
                .then()
                .body("live", equalTo(false))
                .body("retainUntil", nullValue());
        asked(as(People.eeasAnalyst()), UUID.randomUUID(), caseId).then().statusCode(403);
    }
}
