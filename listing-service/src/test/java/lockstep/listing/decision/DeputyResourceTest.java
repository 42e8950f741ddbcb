package lockstep.listing.decision;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.chair;
import static lockstep.listing.testing.People.voter;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.id;
import static lockstep.listing.testing.Story.must;
import static lockstep.listing.testing.Story.noonIn;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Role;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import lockstep.listing.testing.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who speaks for a seat whose holder is away or recused, and that "for" stands beside it everywhere. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class DeputyResourceTest {
    private static final TestTokens REGISTRAR = People.person("cy-registrar", "CY-REP", Role.REGISTRAR);
    private static final TestTokens DEPUTY = People.person("cy-deputy", "CY-REP", Role.VOTER);

    @Inject
    CloseRoundsJob closing;

    private static UUID holder;
    private static UUID deputy;

    @BeforeEach
    void seats() throws Exception {
        People.appoint();
        EvidenceStandIn.refuseNothing();
        if (deputy != null) {
            return;
        }
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "sub", TestTokens.sub("cy-deputy"),
                "account", "cy-deputy",
                "programme", "EU-833-IV",
                "seat", "CY",
                "alternate", true,
                "instrument", "Note verbale 40/2026"));
        deputy = id(
                as(People.person("cy-admin", "CY-REP", Role.ADMIN)).body(wanted).post("/api/v1/appointments"));
        must(as(REGISTRAR).get("/api/v1/appointments?agency=CY-REP"))
                .then()
                .body(
                        "items.find { it.account == 'cy-deputy' }.allowedActions.find { it.action == 'confirm' }.allowed",
                        equalTo(true));
        must(as(REGISTRAR).post("/api/v1/appointments/" + deputy + "/confirm"));
        holder = UUID.fromString(must(as(REGISTRAR).get("/api/v1/appointments?agency=CY-REP"))
                .jsonPath()
                .getString("items.find { it.account == 'cy-voter' }.id"));
    }

    private static Response away(TestTokens who, UUID appointment, UUID standIn, Instant until) {
        return as(who).body(Map.of("deputyId", standIn, "until", until.toString()))
                .post("/api/v1/appointments/" + appointment + "/absences");
    }

    private static Response away(TestTokens who, UUID appointment, UUID standIn, Instant from, Instant until) {
        return as(who).body(Map.of("deputyId", standIn, "from", from.toString(), "until", until.toString()))
                .post("/api/v1/appointments/" + appointment + "/absences");
    }

    private static Response vote(TestTokens who, UUID round, UUID pack, String choice) {
        Map<String, Object> body = new HashMap<>(
                Map.of("packageHashRead", Story.hash(pack), "choice", choice, "reason", "As instructed."));
        if (choice.equals("RESERVE")) {
            body.put("reserveUntil", noonIn(9).toString());
        }
        return as(who).body(body).post("/api/v1/rounds/" + round + "/votes");
    }

    private static ValidatableResponse seat(UUID round) {
        return must(as(chair()).get("/api/v1/rounds/" + round)).then().rootPath("electorate.find { it.seat == 'CY' }");
    }

    @Test
    void an_absence_names_an_alternate_of_the_seat_and_is_declared_by_holder_or_registrar() {
        Instant until = Instant.now().plusSeconds(3600);
        TestTokens french = People.person("fr-registrar", "FR-REP", Role.REGISTRAR);
        refused(away(french, holder, deputy, until), 403, "not-yours");
        refused(away(DEPUTY, holder, deputy, until), 403, "not-yours");
        refused(away(REGISTRAR, deputy, deputy, until), 409, "not-a-holder");
        refused(away(REGISTRAR, holder, holder, until), 422, "no-deputy");
        refused(away(REGISTRAR, holder, deputy, Instant.now().minusSeconds(1)), 422, "ends-too-early");
        refused(away(REGISTRAR, UUID.randomUUID(), deputy, until), 404, "not-found");
        refused(
                away(REGISTRAR, holder, deputy, Instant.now().minusSeconds(3 * 86400), until),
                422,
                "begins-in-the-past");
        refused(away(REGISTRAR, holder, deputy, Instant.now().minusSeconds(61), until), 422, "begins-in-the-past");
        Instant thisMinute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        must(as(REGISTRAR).post("/api/v1/absences/" + id(away(REGISTRAR, holder, deputy, thisMinute, until)) + "/end"));
        UUID absence = id(away(voter("CY"), holder, deputy, until));
        refused(away(REGISTRAR, holder, deputy, until), 409, "already-away");
        must(as(People.us("bis-voter", Role.VOTER)).get("/api/v1/absences"))
                .then()
                .body("items", empty());
        must(as(voter("FR")).get("/api/v1/absences?programme=EU-833-IV"))
                .then()
                .body("items[0].account", equalTo("cy-voter"))
                .body("items[0].deputyAccount", equalTo("cy-deputy"));
        refused(as(french).post("/api/v1/absences/" + absence + "/end"), 404, "not-found");
        must(as(REGISTRAR).post("/api/v1/absences/" + absence + "/end")).then().body("endedAt", notNullValue());
        refused(as(voter("CY")).post("/api/v1/absences/" + absence + "/end"), 409, "not-away");
    }

    @Test
    void a_deputys_vote_says_for_whom_and_why_and_every_earlier_one_stays() {
        UUID proposal = Story.ready();
        UUID pack = Story.packageOf(proposal, Story.ready());
        UUID round = id(Story.openRound(pack));
        UUID absence = id(away(voter("CY"), holder, deputy, Instant.now().plusSeconds(3600)));
        must(vote(DEPUTY, round, pack, "RESERVE"))
                .then()
                .body("myStandsFor.account", equalTo("cy-voter"))
                .body("myStandsFor.why", equalTo("ABSENT"));
        seat(round)
                .body("absent.deputyAccount", equalTo("cy-deputy"))
                .body("vote.standsFor.account", equalTo("cy-voter"))
                .body("vote.standsFor.why", equalTo("ABSENT"))
                .body("reserve.state", equalTo("LIVE"));
        must(vote(DEPUTY, round, pack, "OBJECT"));
        seat(round).body("reserve.state", equalTo("BECAME_OBJECTION"));
        must(as(voter("CY")).post("/api/v1/absences/" + absence + "/end"));
        must(vote(DEPUTY, round, pack, "APPROVE"));
        seat(round).body("vote.standsFor.why", equalTo("ALTERNATE"));
        must(vote(voter("CY"), round, pack, "OBJECT"));
        seat(round)
                .body("absent", nullValue())
                .body("vote.standsFor", nullValue())
                .body("earlier.choice", contains("RESERVE", "OBJECT", "APPROVE"))
                .body("earlier.standsFor.account", contains("cy-voter", "cy-voter", "cy-voter"));
        refused(vote(DEPUTY, round, pack, "ABSTAIN"), 409, "holder-has-voted");
        refused(
                as(DEPUTY).body(Map.of("reason", "Settled.")).post("/api/v1/rounds/" + round + "/lift"),
                409,
                "holder-has-voted");
        UUID caseId = UUID.fromString(must(as(chair()).get("/api/v1/proposals/" + proposal))
                .jsonPath()
                .getString("caseId"));
        must(as(voter("CY")).body(Map.of("reason", "Family.")).post("/api/v1/cases/" + caseId + "/recusals"));
        must(vote(DEPUTY, round, pack, "ABSTAIN"));
        seat(round).body("vote.standsFor.why", equalTo("RECUSED"));
        must(as(chair()).get("/api/v1/packages/" + pack + "/history?limit=200"))
                .then()
                .body(
                        "items.findAll { it.type == 'round.voted' && it.outcome == 'DONE' }.standsFor",
                        contains("cy-voter", "cy-voter", "cy-voter", null, "cy-voter"))
                .body(
                        "items.findAll { it.type == 'round.voted' && it.outcome == 'DONE' }.payload.as.type",
                        contains("ABSENT", "ABSENT", "ALTERNATE", "RECUSED"));
    }

    @Test
    void a_reserve_that_nothing_follows_lapses_at_its_deadline() throws Exception {
        UUID pack = Story.packageOf(Story.ready());
        UUID round = id(Story.openRound(pack));
        must(vote(voter("CY"), round, pack, "RESERVE"));
        Time.deadlineOf(round);
        closing.run();
        seat(round).body("reserve.state", equalTo("LAPSED")).body("vote.choice", equalTo("SILENT_CONSENT"));
    }
}
