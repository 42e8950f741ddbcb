package lockstep.evidence;

import static lockstep.evidence.Exhibiting.TO_COUNCIL;
import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** The custody of exhibits, as originators, participants and auditors see it. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class HistoryResourceTest {
    private static final String OF_CASE = "/api/v1/cases/{c}/exhibit-history";
    private static final String OF_EXHIBIT = "/api/v1/exhibits/{id}/history";

    @Test
    void the_originator_sees_who_opened_what_and_other_participants_do_not() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef held = Exhibiting.held(caseId, "watched", "marking", TO_COUNCIL);
        People.comAnalyst().get("/api/v1/exhibits/{id}/versions/1/content", held.exhibitId());
        People.eeasAnalyst()
                .get(OF_EXHIBIT, held.exhibitId())
                .then()
                .statusCode(200)
                .body("items.type", contains("exhibit.registered", "exhibit.held", "exhibit.opened"))
                .body("items.withheld", everyItem(equalTo(false)))
                .body("items.outcome", contains("DONE", "DONE", "READ"))
                .body("items[2].agency", equalTo("EU-COM"), "items[2].actor.account", equalTo("com-analyst"))
                .body("items[1].exhibits[0].sha256", notNullValue());
        People.comAnalyst()
                .get(OF_EXHIBIT, held.exhibitId())
                .then()
                .statusCode(200)
                .body("items.type", contains("exhibit.registered", "exhibit.held"));
    }

    @Test
    void an_auditor_sees_the_custody_of_cases_that_the_appointment_covers_but_not_the_content() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef held = Exhibiting.held(caseId, "audited");
        People.eeasAnalyst().get("/api/v1/exhibits/{id}/versions/1/content", held.exhibitId());
        problem(People.auditor().get(OF_CASE, caseId), 404, "not-found");
        UUID appointment = Listing.auditor("eu-auditor", List.of("EU-EEAS"), List.of());
        People.auditor()
                .get(OF_CASE, caseId)
                .then()
                .statusCode(200)
                .body("items.type", contains("exhibit.registered", "exhibit.held", "exhibit.opened"))
                .body("items.actor.account", everyItem(equalTo("eeas-analyst")))
                .body("items.withheld", everyItem(equalTo(true)))
                .body("items[1].exhibits[0].sha256", notNullValue())
                .body("items.payload.title", everyItem(nullValue()));
        People.auditor()
                .get(OF_EXHIBIT, held.exhibitId())
                .then()
                .statusCode(200)
                .body("items", hasSize(3));
        problem(People.auditor().get("/api/v1/exhibits/{id}", held.exhibitId()), 404, "not-found");
        problem(People.auditor().get("/api/v1/exhibits/{id}/versions/1/content", held.exhibitId()), 404, "not-found");
        Listing.auditorEnded(appointment);
        People.listingService().post("/internal/feed/pull");
        problem(People.auditor().get(OF_CASE, caseId), 404, "not-found");
    }

    @Test
    void an_auditor_of_a_programme_sees_cases_with_proposals_under_it() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef held = Exhibiting.held(caseId, "of a programme");
        TestTokens auditor = TestTokens.person("programme-auditor", "US-DOJ", Role.AUDITOR);
        Listing.auditor("programme-auditor", List.of(), List.of(Listing.PROGRAMME));
        problem(People.as(auditor).get(OF_CASE, caseId), 404, "not-found");
        Listing.parties(UUID.randomUUID(), caseId, List.of(), held);
        People.as(auditor).get(OF_CASE, caseId).then().statusCode(200).body("items.type", hasItems("exhibit.held"));
    }

    @Test
    void an_appointment_alone_makes_no_auditor_of_somebody_without_the_role() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        Exhibiting.held(caseId, "no role");
        Listing.auditor("gsc-somebody", List.of("EU-EEAS"), List.of());
        problem(
                People.as(TestTokens.person("gsc-somebody", "EU-GSC", Role.REVIEWER))
                        .get(OF_CASE, caseId),
                404,
                "not-found");
    }

    @Test
    void refusals_are_in_the_history_and_pages_go_on() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef held = Exhibiting.held(caseId, "tried", "marking", TO_COUNCIL);
        problem(
                People.comAnalyst().body("other").put("/api/v1/exhibits/{id}/versions/1/content", held.exhibitId()),
                403,
                "not-permitted");
        var first = People.eeasAnalyst()
                .get(OF_CASE + "?limit=2", caseId)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .extract();
        People.eeasAnalyst()
                .queryParam("cursor", first.<String>path("next"))
                .get(OF_CASE + "?limit=2", caseId)
                .then()
                .body("items.outcome", contains("REFUSED"), "items[0].payload.code", equalTo("not-permitted"));
    }

    @Test
    void the_history_of_what_is_hidden_is_not_there() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef own = Exhibiting.held(caseId, "hidden history");
        problem(People.comAnalyst().get(OF_EXHIBIT, own.exhibitId()), 404, "not-found");
        problem(People.bisAnalyst().get(OF_CASE, caseId), 404, "not-found");
        People.comAnalyst().get(OF_CASE, caseId).then().statusCode(200).body("items", hasSize(0));
    }
}
