package lockstep.listing.decision;

import static io.restassured.RestAssured.given;
import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.chair;
import static lockstep.listing.testing.People.eeasAnalyst;
import static lockstep.listing.testing.People.voter;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.hash;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import lockstep.listing.testing.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A release that was revoked takes a seat's access away while a round is open (G12 a). */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class SeatAccessTest {
    @Inject
    CloseRoundsJob closing;

    @Inject
    SeatAccessJob job;

    private UUID proposal;
    private UUID other;
    private UUID pack;
    private UUID round;
    private UUID exhibit;

    @BeforeEach
    void aRoundUnderSilence() throws Exception {
        People.appoint();
        EvidenceStandIn.refuseNothing();
        proposal = Story.ready();
        other = Story.ready();
        pack = Story.packageOf(proposal, other);
        round = Story.id(Story.openRound(pack));
        JsonPath text =
                must(as(eeasAnalyst()).get("/api/v1/proposals/" + proposal)).jsonPath();
        exhibit = UUID.fromString(text.getString("text.reasons[0].cites[0].exhibitId"));
        UUID caseId = UUID.fromString(text.getString("caseId"));
        EvidenceStandIn.refuse("FR-REP", exhibit);
        EvidenceStandIn.happened(
                "release.revoked",
                exhibit,
                caseId,
                Map.of("requestId", UUID.randomUUID(), "exhibitId", exhibit, "version", 1));
        given().auth()
                .preemptive()
                .oauth2(TestTokens.service("evidence-service"))
                .post("/internal/feed/pull")
                .then()
                .statusCode(200);
        job.run();
    }

    @AfterEach
    void letGo() {
        EvidenceStandIn.refuseNothing();
    }

    private static List<String> closed(TestTokens reader, UUID round, String seat) {
        return must(as(reader).get("/api/v1/rounds/" + round))
                .jsonPath()
                .getList("electorate.find { it.seat == '" + seat + "' }.cannotOpen.exhibitId");
    }

    private void deadline() throws Exception {
        Time.deadlineOf(round);
        closing.run();
    }

    private static void status(UUID proposal, String status) {
        as(eeasAnalyst()).get("/api/v1/proposals/" + proposal).then().body("status", equalTo(status));
    }

    private void inbox(TestTokens reader, boolean restore) {
        String mine = "items.findAll { it.packageId == '" + pack + "' }.kind";
        must(as(reader).get("/api/v1/inbox"))
                .then()
                .body(mine, restore ? hasItem("restore-access") : not(hasItem("restore-access")));
    }

    private long silentConsents() throws Exception {
        return Databases.number("select count(*) from vote where round_id = ? and choice = 'SILENT_CONSENT'", round);
    }

    @Test
    void the_chair_and_the_seat_are_told_and_nobody_else() {
        assertEquals(List.of(exhibit.toString()), closed(chair(), round, "FR"));
        assertEquals(List.of(exhibit.toString()), closed(voter("FR"), round, "FR"));
        assertEquals(List.of(), closed(voter("DE"), round, "FR"));
        assertEquals(List.of(), closed(chair(), round, "DE"));
        inbox(chair(), true);
        inbox(voter("DE"), false);
    }

    @Test
    void its_vote_is_refused_and_its_silence_is_no_consent() throws Exception {
        refused(Story.vote(voter("FR"), round, hash(pack), "APPROVE"), 409, "exhibit-not-open");
        deadline();
        as(chair()).get("/api/v1/rounds/" + round).then().body("status", equalTo("CANCELLED"));
        assertEquals(0, silentConsents());
        as(eeasAnalyst())
                .get("/api/v1/proposals/" + proposal)
                .then()
                .body("status", equalTo("RETURNED"))
                .body("returned.code", equalTo("MATERIAL_CHANGE"));
        status(other, "READY");
        as(chair())
                .get("/api/v1/packages/" + pack)
                .then()
                .body("entries.findAll { it.leftAt == null }.proposalId", contains(other.toString()));
        inbox(chair(), false);
    }

    @Test
    void a_revocation_of_which_the_feed_has_not_told_yet_counts_at_the_deadline() throws Exception {
        EvidenceStandIn.refuseNothing();
        job.run();
        assertEquals(List.of(), closed(chair(), round, "FR"));
        EvidenceStandIn.refuse("FR-REP", exhibit);
        deadline();
        status(proposal, "RETURNED");
    }

    @Test
    void a_release_anew_restores_it_and_its_silence_counts() throws Exception {
        EvidenceStandIn.refuseNothing();
        job.run();
        assertEquals(List.of(), closed(chair(), round, "FR"));
        inbox(chair(), false);
        deadline();
        as(chair()).get("/api/v1/rounds/" + round).then().body("status", equalTo("PASSED"));
        assertEquals(27, silentConsents());
    }

    @Test
    void a_seat_that_signs_that_it_decides_without_has_lost_nothing() throws Exception {
        must(as(voter("FR"))
                .body(Map.of("items", List.of(Map.of("exhibitId", exhibit, "version", 1))))
                .post("/api/v1/packages/" + pack + "/decides-without"));
        job.run();
        assertEquals(List.of(), closed(chair(), round, "FR"));
        deadline();
        as(chair()).get("/api/v1/rounds/" + round).then().body("status", equalTo("PASSED"));
    }

    @Test
    void what_a_seat_said_while_it_could_read_stands() throws Exception {
        EvidenceStandIn.refuseNothing();
        must(Story.vote(voter("FR"), round, hash(pack), "APPROVE"));
        EvidenceStandIn.refuse("FR-REP", exhibit);
        job.run();
        assertEquals(List.of(), closed(chair(), round, "FR"));
        deadline();
        as(chair()).get("/api/v1/rounds/" + round).then().body("status", equalTo("PASSED"));
        assertEquals(26, silentConsents());
    }

    @Test
    void while_evidence_service_does_not_answer_nobodys_silence_is_counted() throws Exception {
        EvidenceStandIn.accessUnanswered();
        deadline();
        as(chair()).get("/api/v1/rounds/" + round).then().body("status", equalTo("OPEN"));
        assertEquals(0, silentConsents());
        EvidenceStandIn.refuseNothing();
        closing.run();
        as(chair()).get("/api/v1/rounds/" + round).then().body("status", equalTo("PASSED"));
    }
}
