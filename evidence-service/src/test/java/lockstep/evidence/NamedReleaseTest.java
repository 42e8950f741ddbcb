package lockstep.evidence;

import static lockstep.evidence.Problems.problem;
import static lockstep.evidence.Releasing.act;
import static lockstep.evidence.Releasing.approve;
import static lockstep.evidence.Releasing.asked;
import static lockstep.evidence.Releasing.officer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.auth.Clearance;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.acting.Acting;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** That somebody asks for what names its readers is told to these, and to the release officers who decide it. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class NamedReleaseTest {
    private static final String REQUEST = "/api/v1/release-requests/{id}";
    private static final String OF_EXHIBIT = "/api/v1/release-requests?exhibitId={x}";
    private static final String ACTION = "allowedActions.find { it.action == '%s' }.%s";

    @Inject
    EntityManager entities;

    @Test
    void the_originators_own_request_is_told_to_who_is_named_and_to_who_decides() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef red = red("EU:RESTREINT_UE", caseId, "eeas-analyst");
        String id = asked(People.eeasAnalyst(), caseId, "SHARE", Releasing.TO_FRANCE, red);
        for (Role role : List.of(Role.SUBMITTER, Role.REGISTRAR, Role.ANALYST)) {
            TestTokens unnamed = person("eeas-unnamed", "EU-EEAS", role);
            problem(People.as(unnamed).get(REQUEST, id), 404, "not-found");
            People.as(unnamed).get(OF_EXHIBIT, red.exhibitId()).then().body("items", empty());
            assertEquals(List.of(0L, 0L), rows(unnamed, id), role.name());
        }
        problem(
                People.as(TestTokens.person("eeas-uncleared", "EU-EEAS", Role.RELEASE_OFFICER)
                                .level2())
                        .get(REQUEST, id),
                404,
                "not-found");
        People.eeasAnalyst().get(REQUEST, id).then().statusCode(200).body("why", notNullValue());
        assertEquals(List.of(1L, 1L), rows(person("eeas-analyst", "EU-EEAS", Role.ANALYST), id));
        officer().get(OF_EXHIBIT, red.exhibitId()).then().body("items.id", contains(id));
        officer().get("/api/v1/inbox").then().body("items.releaseId", hasItem(id));
        officer()
                .get(REQUEST, id)
                .then()
                .statusCode(200)
                .body("why", nullValue(), "items[0].title", nullValue(), "items[0].marking", nullValue())
                .body(ACTION.formatted("approve", "allowed"), equalTo(false))
                .body(ACTION.formatted("approve", "reason"), equalTo("not-seen"))
                .body(ACTION.formatted("deny", "allowed"), equalTo(true));
        problem(approve(id, Map.of(), red), 403, "not-seen");
        act(officer(), id, "deny", Map.of("reason", "Not now")).statusCode(200).body("decision.reason", nullValue());
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/history", red.exhibitId())
                .then()
                .body("items.type", hasItem("release.denied"));
        People.eeasAnalyst().get(REQUEST, id).then().body("decision.reason", equalTo("Not now"));
    }

    @Test
    void an_officer_whom_it_names_lets_it_out_and_one_whom_it_does_not_takes_it_back() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef red = red("EU:LIMITE", caseId, "eeas-analyst", "eeas-officer", "com-analyst");
        String id = asked(People.eeasAnalyst(), caseId, "SHARE", Map.of("kind", "AGENCY", "name", "EU-COM"), red);
        officer()
                .get(REQUEST, id)
                .then()
                .body(ACTION.formatted("approve", "allowed"), equalTo(true))
                .body("why", notNullValue());
        approve(id, Map.of(), red).statusCode(200);
        RequestSpecification unnamed =
                People.as(person("eeas-second", "EU-EEAS", Role.RELEASE_OFFICER).level2());
        act(unnamed, id, "revoke", Map.of("reason", "Enough")).statusCode(200);
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/history", red.exhibitId())
                .then()
                .body("items.type", hasItem("release.revoked"));
    }

    @Test
    void the_asking_agencys_people_are_told_of_it_if_it_names_them_or_a_citation_does() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef red = red("EU:LIMITE", caseId, "eeas-analyst", "com-analyst");
        String id = asked(People.comAnalyst(), caseId, "SHARE", Map.of("kind", "AGENCY", "name", "EU-COM"), red);
        TestTokens colleague = TestTokens.person("com-reviewer", "EU-COM", Role.REVIEWER);
        problem(People.as(colleague).get(REQUEST, id), 404, "not-found");
        People.as(colleague).get(OF_EXHIBIT, red.exhibitId()).then().body("items", empty());
        assertEquals(List.of(0L, 0L), rows(colleague, id));
        People.comAnalyst().get(REQUEST, id).then().statusCode(200);
        officer().get(REQUEST, id).then().statusCode(200).body("why", nullValue());
        Listing.parties(UUID.randomUUID(), caseId, List.of("EU-COM"), red);
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
        People.as(colleague).get(REQUEST, id).then().statusCode(200);
        assertEquals(List.of(1L, 1L), rows(colleague, id));
    }

    private static VersionRef red(String level, UUID caseId, String... named) {
        List<String> subs = Stream.of(named).map(TestTokens::sub).toList();
        return Exhibiting.held(
                caseId,
                "For named persons. " + UUID.randomUUID(),
                "marking",
                Map.of("level", level, "relTo", List.of("EU-COM"), "tlp", "RED", "named", subs));
    }

    private static TestTokens person(String account, String agency, Role role) {
        return TestTokens.person(account, agency, role).clearance(Clearance.RESTRICTED);
    }

    private List<Long> rows(TestTokens person, String request) {
        return Stream.of("release_request where id = '", "release_item where request_id = '")
                .map(where -> Acting.asActor(
                        person.actor(), () -> QuarkusTransaction.requiringNew().call(() -> (Long)
                                entities.createNativeQuery("select count(*) from " + where + request + "'", Long.class)
                                        .getSingleResult())))
                .toList();
    }
}
