package lockstep.listing.decision;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.chair;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.testing.EntityList;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class ImpactNoteResourceTest {
    @BeforeEach
    void seats() throws Exception {
        People.appoint();
        EvidenceStandIn.refuseNothing();
    }

    private static String notes(UUID pack) {
        return "/api/v1/packages/" + pack + "/impact-notes";
    }

    private static Response write(TestTokens who, UUID pack, String text) {
        return as(who).body(Map.of("packageHashRead", Story.hash(pack), "text", text))
                .post(notes(pack));
    }

    @Test
    void every_version_stays_and_the_newest_comes_first() {
        UUID pack = Story.packageOf(Story.ready());
        must(write(chair(), pack, "Chips for cars."));
        must(write(People.eeasAnalyst(), pack, "Chips for cars, and the talks in March."));
        must(as(chair())
                .body(Map.of("proposalIds", List.of(Story.ready())))
                .post("/api/v1/packages/" + pack + "/entries"));
        must(write(People.secretary(1), pack, "With the second entry: ships too."));
        must(as(People.voter("FR")).get(notes(pack)))
                .then()
                .body("items.n", contains(3, 2, 1))
                .body("items.capacity", contains("SECRETARIAT", "PROPOSER", "CHAIR"))
                .body("items.current", contains(true, false, false))
                .body("items[2].text", equalTo("Chips for cars."));
        must(as(People.voter("FR")).get("/api/v1/packages/" + pack + "/history"))
                .then()
                .body(
                        "items.findAll { it.type == 'package.impact-noted' }.actor.account",
                        contains("pres-chair", "eeas-analyst", "gsc-secretary-1"));
        Response first = must(as(chair()).queryParam("limit", 2).get(notes(pack)));
        must(as(chair())
                        .queryParam("cursor", first.jsonPath().getString("next"))
                        .get(notes(pack)))
                .then()
                .body("items.n", contains(1));
    }

    @Test
    void it_is_written_by_those_who_hold_the_file_on_what_they_read_and_before_the_decision() {
        UUID only = Story.ready();
        UUID pack = Story.packageOf(only);
        refused(write(People.voter("FR"), pack, "No."), 403, "not-permitted");
        refused(write(People.person("com-analyst", "EU-COM", Role.ANALYST), pack, "No."), 403, "no-office");
        refused(
                as(chair())
                        .body(Map.of("packageHashRead", "0".repeat(64), "text", "x"))
                        .post(notes(pack)),
                409,
                "stale-package");
        refused(write(chair(), pack, " "), 422, "invalid-input");
        must(as(chair()).get("/api/v1/packages/" + pack))
                .then()
                .body("allowedActions.find { it.action == 'impact-note' }.allowed", equalTo(true));
        must(as(chair()).delete("/api/v1/packages/" + pack + "/entries/" + only));
        refused(write(chair(), pack, "Too late."), 409, "not-in-this-status");
        must(as(chair()).get("/api/v1/packages/" + pack))
                .then()
                .body("allowedActions.find { it.action == 'impact-note' }.reason", equalTo("not-in-this-status"));
    }

    @Test
    void outside_the_electorate_nobody_learns_that_there_is_one_and_nobody_rewrites_it() throws SQLException {
        UUID pack = Story.packageOf(Story.ready());
        must(write(chair(), pack, "Chips."));
        refused(as(People.publisher()).get(notes(pack)), 404, "not-found");
        refused(as(EntityList.chair()).get(notes(pack)), 404, "not-found");
        refused(write(EntityList.chair(), pack, "x"), 404, "not-found");
        for (String change : List.of("update impact_note set text = 'x'", "delete from impact_note")) {
            try (Connection app = Databases.asApp();
                    Statement statement = app.createStatement()) {
                SQLException no = assertThrows(SQLException.class, () -> statement.execute(change), change);
                assertEquals("42501", no.getSQLState(), change);
            }
        }
    }
}
