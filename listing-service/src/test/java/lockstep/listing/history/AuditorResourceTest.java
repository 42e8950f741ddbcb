package lockstep.listing.history;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
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

/** What the auditors of two sides read of a case that both take part in. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class AuditorResourceTest {

    @BeforeEach
    void appoint() throws Exception {
        People.appoint();
        EvidenceStandIn.refuseNothing();
    }

    private static TestTokens auditor(String account, String agency, String programme) throws Exception {
        People.appoint(account, agency, programme, null, "auditor");
        try (Connection connection = Databases.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update appointment set covers_agencies = '{" + agency + "}' where account = '" + account + "'");
        }
        return People.person(account, agency, Role.AUDITOR);
    }

    @Test
    void how_far_the_other_side_is_is_not_audited_from_here() throws Exception {
        UUID proposal = Story.inReview();
        String caseId = must(as(People.eeasAnalyst()).get("/api/v1/proposals/" + proposal))
                .jsonPath()
                .getString("caseId");
        must(as(People.eeasAnalyst())
                .body(Map.of("agency", "US-BIS"))
                .post("/api/v1/cases/" + caseId + "/participants"));
        String history = "/api/v1/cases/" + caseId + "/history?limit=200";
        must(as(auditor("bis-auditor-1", "US-BIS", "US-BIS-EL")).get(history))
                .then()
                .body("items.type", hasItem("case.opened"))
                .body("items.type", not(hasItem("proposal.submitted")))
                .body("items.type", not(hasItem("proposal.accepted")));
        must(as(auditor("eeas-auditor-1", "EU-EEAS", "EU-269")).get(history))
                .then()
                .body("items.type", hasItem("proposal.submitted"));
        refused(as(auditor("fcdo-auditor-1", "UK-FCDO", "UK-RUS")).get(history), 404, "not-found");
        String covered = "/api/v1/history?newestFirst=true&limit=1";
        Response first = must(as(auditor("eeas-auditor-1", "EU-EEAS", "EU-269")).get(covered));
        Response second = must(as(auditor("eeas-auditor-1", "EU-EEAS", "EU-269"))
                .get(covered + "&cursor=" + first.jsonPath().getString("next")));
        assertTrue(
                first.jsonPath()
                                .getString("items[0].occurredAt")
                                .compareTo(second.jsonPath().getString("items[0].occurredAt"))
                        >= 0,
                "the newest first, and older ones on the next page");
        String oldest = must(as(auditor("eeas-auditor-1", "EU-EEAS", "EU-269")).get("/api/v1/history?limit=1"))
                .jsonPath()
                .getString("items[0].eventId");
        assertNotEquals(oldest, first.jsonPath().getString("items[0].eventId"));
        refused(
                as(auditor("gsc-auditor-1", "EU-GSC", "EU-833-IV"))
                        .get("/api/v1/history?from=%2B999999-01-01T00:00:00Z"),
                422,
                "invalid-input");
    }
}
