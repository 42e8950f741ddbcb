package lockstep.listing.decision;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.chair;
import static lockstep.listing.testing.People.voter;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.hash;
import static lockstep.listing.testing.Story.must;
import static lockstep.listing.testing.Story.noonIn;
import static lockstep.listing.testing.Story.vote;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lockstep.auth.Role;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.testing.EntityList;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import lockstep.listing.testing.Time;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class RoundResourceTest {
    @Inject
    CloseRoundsJob closing;

    @BeforeEach
    void seats() throws Exception {
        People.appoint();
        EvidenceStandIn.refuseNothing();
    }

    /** A package of two, its first round open. */
    private final class Opened {
        final UUID one = Story.ready();
        final UUID two = Story.ready();
        final UUID pack = Story.packageOf(one, two);
        final String hash = hash(pack);
        final UUID round = Story.id(Story.openRound(pack));
    }

    private static ValidatableResponse round(UUID id) {
        return must(as(chair()).get("/api/v1/rounds/" + id)).then();
    }

    private static Response act(TestTokens who, UUID round, String act, Map<String, Object> body) {
        return as(who).body(body).post("/api/v1/rounds/" + round + "/" + act);
    }

    private static String status(UUID proposal) {
        return must(as(People.eeasAnalyst()).get("/api/v1/proposals/" + proposal))
                .jsonPath()
                .getString("status");
    }

    private static Response object(String seat, Opened on, UUID... entries) {
        return act(
                voter(seat),
                on.round,
                "votes",
                Map.of(
                        "packageHashRead",
                        on.hash,
                        "choice",
                        "OBJECT",
                        "reason",
                        "Not ripe",
                        "entries",
                        List.of(entries)));
    }

    @Test
    void opening_it_puts_every_entry_to_its_electorate() {
        Opened on = new Opened();
        round(on.round)
                .body("status", equalTo("OPEN"))
                .body("electorate", hasSize(27))
                .body("tally.silent", equalTo(27))
                .body("packageHash", equalTo(on.hash));
        assertEquals("DECIDING", status(on.one));
        refused(Story.openRound(on.pack), 409, "round-is-live");
    }

    @Test
    void only_the_chair_opens_and_only_within_the_clock() {
        UUID pack = Story.packageOf(Story.ready());
        String rounds = "/api/v1/packages/" + pack + "/rounds";
        refused(as(voter("FR")).body(Map.of("deadline", noonIn(4).toString())).post(rounds), 403, "not-permitted");
        TestTokens noOffice = People.person("eu-other-chair", "EU-PRES", Role.CHAIR);
        refused(as(noOffice).body(Map.of("deadline", noonIn(4).toString())).post(rounds), 403, "no-office");
        refused(
                as(chair())
                        .body(Map.of("deadline", Instant.now().plusSeconds(3600).toString()))
                        .post(rounds),
                422,
                "deadline");
        refused(
                as(chair())
                        .body(Map.of(
                                "deadline", Instant.now().minusSeconds(3600).toString()))
                        .post(rounds),
                422,
                "deadline");
        refused(
                as(chair())
                        .body(Map.of("deadline", noonIn(60).toString(), "deadlineFlag", "why"))
                        .post(rounds),
                422,
                "deadline");
        refused(as(chair()).body(Map.of()).post(rounds), 422, "invalid-input");
        refused(
                as(chair())
                        .body(Map.of("deadline", noonIn(4).toString(), "conditionalSeats", List.of("FOO")))
                        .post(rounds),
                422,
                "unknown-seat");
    }

    @Test
    void a_reserve_to_a_day_off_says_so_beside_the_deadline() {
        Opened on = new Opened();
        Instant saturday = ZonedDateTime.now(ZoneId.of("Europe/Brussels"))
                .plusDays(8)
                .with(TemporalAdjusters.next(DayOfWeek.SATURDAY))
                .truncatedTo(ChronoUnit.HOURS)
                .toInstant();
        must(act(
                        voter("DK"),
                        on.round,
                        "votes",
                        Map.of(
                                "packageHashRead",
                                on.hash,
                                "choice",
                                "RESERVE",
                                "reason",
                                "Parliament",
                                "reserveUntil",
                                saturday.toString())))
                .then()
                .body("deadline", equalTo(saturday.toString()))
                .body("deadlineFlag", equalTo("reserve of seat DK"));
        String monday = noonIn(15).toString();
        must(act(chair(), on.round, "deadline", Map.of("deadline", monday, "reason", "why", "deadlineFlag", "in case")))
                .then()
                .body("deadline", equalTo(monday))
                .body("deadlineFlag", equalTo("in case"));
    }

    @Test
    void only_a_seat_that_objects_is_offered_to_lift() {
        Opened on = new Opened();
        must(object("SK", on));
        as(voter("SK"))
                .get("/api/v1/rounds/" + on.round)
                .then()
                .body("allowedActions.find { it.action == 'lift' }.allowed", equalTo(true));
        as(voter("FR"))
                .get("/api/v1/rounds/" + on.round)
                .then()
                .body("allowedActions.find { it.action == 'lift' }.allowed", equalTo(false))
                .body("allowedActions.find { it.action == 'lift' }.reason", equalTo("nothing-to-lift"));
    }

    @Test
    void a_seat_that_cannot_open_an_exhibit_keeps_the_round_shut_until_it_signs_to_decide_without() {
        UUID proposal = Story.ready();
        UUID pack = Story.packageOf(proposal);
        String exhibit = must(as(chair()).get("/api/v1/proposals/" + proposal))
                .jsonPath()
                .getString("text.reasons[0].cites[0].exhibitId");
        EvidenceStandIn.refuse("FR-REP", UUID.fromString(exhibit));
        refused(Story.openRound(pack), 409, "exhibit-not-open")
                .body("errors.pointer", contains("/seats/FR"))
                .body("errors.reason", contains("exhibit-not-open"));
        must(as(voter("FR"))
                .body(Map.of("items", List.of(Map.of("exhibitId", exhibit, "version", 1))))
                .post("/api/v1/packages/" + pack + "/decides-without"));
        must(Story.openRound(pack));
    }

    @Test
    void a_vote_is_bound_to_the_package_as_read_and_the_same_one_again_changes_nothing() throws Exception {
        Opened on = new Opened();
        refused(vote(voter("FR"), on.round, "0".repeat(64), "APPROVE"), 409, "stale-package");
        must(vote(voter("FR"), on.round, on.hash, "APPROVE"))
                .then()
                .body("tally.approve", equalTo(1))
                .body("mySeat", equalTo("FR"));
        must(vote(voter("FR"), on.round, on.hash, "APPROVE"));
        assertEquals(1, Databases.number("select count(*) from vote where round_id = ?", on.round));
        must(vote(voter("FR"), on.round, on.hash, "ABSTAIN"));
        round(on.round)
                .body("electorate.find { it.seat == 'FR' }.vote.choice", equalTo("ABSTAIN"))
                .body("electorate.find { it.seat == 'FR' }.earlier.choice", contains("APPROVE"))
                .body("electorate.find { it.seat == 'FR' }.earlier.live", contains(false));
    }

    @Test
    void nobody_votes_without_a_seat_in_it() {
        Opened on = new Opened();
        TestTokens noSeat = People.person("fr-other", "FR-REP", Role.VOTER);
        refused(vote(noSeat, on.round, on.hash, "APPROVE"), 403, "no-seat");
        refused(vote(chair(), on.round, on.hash, "APPROVE"), 403, "not-permitted");
        TestTokens american = EntityList.voter("state");
        refused(vote(american, on.round, on.hash, "APPROVE"), 404, "not-found");
        refused(as(american).get("/api/v1/rounds/" + on.round), 404, "not-found");
    }

    @Test
    void a_ballot_is_read_strictly() {
        Opened on = new Opened();
        String votes = "/api/v1/rounds/" + on.round + "/votes";
        refused(as(voter("FR")).post(votes), 400, "malformed-body");
        refused(as(voter("FR")).body("{\"seat\":\"DE\"}").post(votes), 400, "unknown-field");
        refused(as(voter("FR")).body("{}").post(votes), 422, "invalid-input");
        refused(
                as(voter("FR"))
                        .body("{\"packageHashRead\":\"x\",\"choice\":\"MAYBE\"}")
                        .post(votes),
                400,
                "malformed-body");
        refused(
                act(voter("FR"), on.round, "votes", Map.of("packageHashRead", on.hash, "choice", "OBJECT")),
                422,
                "reason-needed");
        refused(vote(voter("FR"), on.round, on.hash, "SILENT_CONSENT"), 422, "reason-needed");
        refused(object("FR", on, UUID.randomUUID()), 422, "unknown-entry");
        Opened other = new Opened();
        refused(object("FR", on, other.one), 422, "unknown-entry");
    }

    @Test
    void an_objection_stops_the_clock_and_the_last_one_lifted_starts_it_anew() {
        Opened on = new Opened();
        must(object("HU", on));
        must(object("SK", on));
        round(on.round).body("status", equalTo("STOPPED"));
        refused(act(voter("FR"), on.round, "lift", Map.of("reason", "why")), 409, "nothing-to-lift");
        must(act(voter("HU"), on.round, "lift", Map.of("reason", "Assured.")))
                .then()
                .body("status", equalTo("STOPPED"));
        must(act(voter("SK"), on.round, "lift", Map.of("reason", "Assured.")))
                .then()
                .body("status", equalTo("OPEN"))
                .body("deadlineMoves", hasSize(1))
                .body("electorate.find { it.seat == 'SK' }.vote", equalTo(null))
                .body("electorate.find { it.seat == 'SK' }.earlier.lifted", contains("Assured."));
    }

    @Test
    void the_objectors_own_approval_as_the_last_vote_passes_the_round() {
        Opened on = new Opened();
        must(object("SK", on));
        People.COUNCIL.stream()
                .filter(seat -> !seat.equals("SK"))
                .forEach(seat -> must(vote(voter(seat), on.round, on.hash, "APPROVE")));
        round(on.round).body("status", equalTo("STOPPED"));
        must(vote(voter("SK"), on.round, on.hash, "APPROVE")).then().body("status", equalTo("PASSED"));
        assertEquals("READY", status(on.one));
    }

    @Test
    void carving_out_returns_the_entry_and_supersedes_what_was_said_of_the_old_package() {
        Opened on = new Opened();
        must(vote(voter("FR"), on.round, on.hash, "APPROVE"));
        must(object("HU", on, on.two));
        refused(
                act(voter("HU"), on.round, "carve-out", Map.of("entries", List.of(on.two), "reason", "why")),
                403,
                "not-permitted");
        refused(
                act(chair(), on.round, "carve-out", Map.of("entries", List.of(UUID.randomUUID()), "reason", "why")),
                409,
                "nothing-to-carve-out");
        must(act(
                        chair(),
                        on.round,
                        "carve-out",
                        Map.of(
                                "entries",
                                List.of(on.two),
                                "reason",
                                "Later.",
                                "deadline",
                                noonIn(5).toString())))
                .then()
                .body("status", equalTo("OPEN"))
                .body("entries", contains(on.one.toString()))
                .body("electorate.find { it.seat == 'FR' }.vote", equalTo(null))
                .body("electorate.find { it.seat == 'FR' }.earlier.superseded", contains("carved out"));
        must(as(voter("FR")).get("/api/v1/packages/" + on.pack))
                .then()
                .body("left.proposalId", contains(on.two.toString()))
                .body("left[0].no", equalTo(2))
                .body("left[0].subject.name", notNullValue())
                .body("left[0].why", equalTo("carved out"))
                .body("left[0].at", notNullValue())
                .body("left[0].by", equalTo("pres-chair"))
                .body("left[0].reason", equalTo("Later."));
        assertEquals("RETURNED", status(on.two));
        assertEquals("DECIDING", status(on.one));
        refused(vote(voter("FR"), on.round, on.hash, "APPROVE"), 409, "stale-package");
        must(vote(voter("FR"), on.round, hash(on.pack), "APPROVE"));
    }

    @Test
    void an_objection_to_the_whole_outlives_a_carve_out_and_the_last_entry_out_cancels() {
        Opened on = new Opened();
        must(object("HU", on));
        must(act(chair(), on.round, "carve-out", Map.of("entries", List.of(on.two), "reason", "Later.")))
                .then()
                .body("status", equalTo("STOPPED"));
        must(act(chair(), on.round, "carve-out", Map.of("entries", List.of(on.one), "reason", "Later.")))
                .then()
                .body("status", equalTo("CANCELLED"));
        must(as(chair()).get("/api/v1/packages/" + on.pack)).then().body("status", equalTo("DISSOLVED"));
    }

    @Test
    void a_stopped_round_ends_without_agreement_only_after_mediation() {
        Opened on = new Opened();
        refused(act(chair(), on.round, "close-failed", Map.of("reason", "No way.")), 409, "not-in-this-status");
        must(object("HU", on));
        refused(act(chair(), on.round, "close-failed", Map.of("reason", "No way.")), 409, "mediation-note-missing");
        must(act(chair(), on.round, "mediation-notes", Map.of("text", "We spoke.")));
        must(act(chair(), on.round, "close-failed", Map.of("reason", "No way.")))
                .then()
                .body("status", equalTo("FAILED"));
        assertEquals("REJECTED", status(on.one));
        refused(vote(voter("FR"), on.round, on.hash, "APPROVE"), 409, "round-closed");
    }

    @Test
    void a_reserve_extends_the_round_once_and_lapses_in_silence() throws Exception {
        Opened on = new Opened();
        String until = noonIn(10).toString();
        Map<String, Object> reserve =
                Map.of("packageHashRead", on.hash, "choice", "RESERVE", "reason", "Parliament", "reserveUntil", until);
        refused(
                act(
                        voter("DK"),
                        on.round,
                        "votes",
                        Map.of(
                                "packageHashRead",
                                on.hash,
                                "choice",
                                "RESERVE",
                                "reason",
                                "x",
                                "reserveUntil",
                                noonIn(40).toString())),
                422,
                "reserve-date");
        refused(
                        act(
                                voter("DK"),
                                on.round,
                                "votes",
                                Map.of(
                                        "packageHashRead",
                                        on.hash,
                                        "choice",
                                        "RESERVE",
                                        "reason",
                                        "x",
                                        "reserveUntil",
                                        Instant.now().plusSeconds(3600).toString())),
                        422,
                        "reserve-date")
                .body("errors.pointer", contains("/reserveUntil"));
        must(act(voter("DK"), on.round, "votes", reserve))
                .then()
                .body("deadline", equalTo(until))
                .body("deadlineMoves", hasSize(1));
        must(vote(voter("DK"), on.round, on.hash, "ABSTAIN"));
        refused(act(voter("DK"), on.round, "votes", reserve), 409, "reserve-not-renewed");
        Time.deadlineOf(on.round);
        closing.run();
        round(on.round).body("status", equalTo("PASSED"));
    }

    @Test
    void no_deadline_is_set_before_the_latest_reserves_date() throws Exception {
        Opened on = new Opened();
        for (String seat : List.of("SE", "DK")) {
            must(act(
                    voter(seat),
                    on.round,
                    "votes",
                    Map.of(
                            "packageHashRead",
                            on.hash,
                            "choice",
                            "RESERVE",
                            "reason",
                            "Parliament",
                            "reserveUntil",
                            noonIn(seat.equals("DK") ? 10 : 8).toString())));
        }
        Map<String, Object> sooner =
                Map.of("deadline", noonIn(9).toString(), "reason", "We have all answers.", "deadlineFlag", "x");
        refused(act(chair(), on.round, "deadline", sooner), 422, "before-reserve")
                .body(
                        "detail",
                        allOf(containsString("DK"), containsString(noonIn(10).toString())));
        must(vote(voter("DK"), on.round, on.hash, "APPROVE"));
        must(act(chair(), on.round, "deadline", sooner));
    }

    @Test
    void a_reserve_that_became_nothing_counts_as_silence_at_the_deadline() throws Exception {
        Opened on = new Opened();
        must(act(
                voter("DK"),
                on.round,
                "votes",
                Map.of(
                        "packageHashRead",
                        on.hash,
                        "choice",
                        "RESERVE",
                        "reason",
                        "Parliament",
                        "reserveUntil",
                        noonIn(10).toString())));
        Time.deadlineOf(on.round);
        closing.run();
        round(on.round)
                .body("status", equalTo("PASSED"))
                .body("electorate.find { it.seat == 'DK' }.vote.choice", equalTo("SILENT_CONSENT"))
                .body("electorate.find { it.seat == 'DK' }.earlier.superseded", contains("lapsed"));
    }

    @Test
    void who_says_nothing_until_the_deadline_has_consented_by_silence_never_approved() throws Exception {
        Opened on = new Opened();
        must(vote(voter("FR"), on.round, on.hash, "APPROVE"));
        closing.run();
        round(on.round).body("status", equalTo("OPEN"));
        Time.deadlineOf(on.round);
        closing.run();
        closing.run();
        round(on.round)
                .body("status", equalTo("PASSED"))
                .body("tally.approve", equalTo(1))
                .body("tally.silentConsent", equalTo(26));
        assertEquals("READY", status(on.one));
        must(as(chair()).get("/api/v1/packages/" + on.pack)).then().body("stage", equalTo("COREPER"));
        assertEquals(27, Databases.number("select count(*) from vote where round_id = ?", on.round));
    }

    @Test
    void a_third_abstaining_fails_the_round() {
        Opened on = new Opened();
        List<String> seats = new ArrayList<>(People.COUNCIL);
        seats.subList(0, 9).forEach(seat -> must(vote(voter(seat), on.round, on.hash, "ABSTAIN")));
        seats.subList(9, 27).forEach(seat -> must(vote(voter(seat), on.round, on.hash, "APPROVE")));
        round(on.round).body("status", equalTo("FAILED"));
        assertEquals("REJECTED", status(on.one));
    }

    @Test
    void the_chair_moves_the_deadline_with_a_reason_and_cancels_with_one() {
        Opened on = new Opened();
        refused(act(chair(), on.round, "deadline", Map.of("deadline", noonIn(6).toString())), 422, "invalid-input");
        refused(
                act(
                        voter("FR"),
                        on.round,
                        "deadline",
                        Map.of("deadline", noonIn(6).toString(), "reason", "x")),
                403,
                "not-permitted");
        must(act(
                        chair(),
                        on.round,
                        "deadline",
                        Map.of("deadline", noonIn(6).toString(), "reason", "A feast.", "deadlineFlag", "x")))
                .then()
                .body("deadline", equalTo(noonIn(6).toString()))
                .body("deadlineMoves.reason", hasItem("A feast."));
        must(act(chair(), on.round, "cancel", Map.of("reason", "A slip.")))
                .then()
                .body("status", equalTo("CANCELLED"));
        assertEquals("READY", status(on.one));
        must(Story.openRound(on.pack)).then().body("status", equalTo("OPEN"));
    }

    @Test
    void two_seats_that_cast_the_last_votes_at_once_close_it_once() throws Exception {
        Opened on = new Opened();
        People.COUNCIL.subList(0, 25).forEach(seat -> must(vote(voter(seat), on.round, on.hash, "APPROVE")));
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (String seat : People.COUNCIL.subList(25, 27)) {
                answers.add(both.submit(() -> {
                    start.await();
                    return vote(voter(seat), on.round, on.hash, "APPROVE").statusCode();
                }));
            }
            start.countDown();
            for (Future<Integer> answer : answers) {
                assertEquals(201, answer.get());
            }
        }
        round(on.round).body("status", equalTo("PASSED")).body("tally.approve", equalTo(27));
        assertEquals(
                1,
                Databases.number(
                        "select count(*) from journal where type = 'round.passed' and aggregate_id = ?", on.round));
    }

    @Test
    void who_endorsed_or_judged_a_revision_does_not_vote_on_it() throws Exception {
        People.appoint("cls-legal", "EU-CLS", "EU-833-IV", "FR", null);
        try {
            Opened on = new Opened();
            TestTokens both = People.person("cls-legal", "EU-CLS", Role.LEGAL, Role.VOTER);
            refused(vote(both, on.round, on.hash, "APPROVE"), 409, "four-eyes");
        } finally {
            endSeat("cls-legal");
        }
    }

    private static void endSeat(String account) throws Exception {
        try (var connection = Databases.asSuperuser();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from appointment where seat is not null and account = '" + account + "'");
        }
    }

    @Test
    void a_recused_holder_loses_vote_and_round_and_the_alternate_votes() throws Exception {
        People.appoint("lu-recused", "LU-REP", "EU-833-IV", "LU", null);
        Opened on = new Opened();
        TestTokens recused = People.person("lu-recused", "LU-REP", Role.VOTER);
        must(vote(recused, on.round, on.hash, "APPROVE"));
        UUID caseId = UUID.fromString(
                must(as(chair()).get("/api/v1/proposals/" + on.one)).jsonPath().getString("caseId"));
        must(as(recused)
                .body(Map.of("reason", "A relative works there."))
                .post("/api/v1/cases/" + caseId + "/recusals"));
        refused(as(recused).get("/api/v1/cases/" + caseId), 404, "not-found");
        refused(as(recused).get("/api/v1/rounds/" + on.round), 404, "not-found");
        refused(as(recused).get("/api/v1/packages/" + on.pack), 404, "not-found");
        refused(as(recused).get("/api/v1/packages/" + on.pack + "/history"), 404, "not-found");
        refused(as(recused).get("/api/v1/cases/" + caseId + "/history"), 404, "not-found");
        for (String part : List.of("notes", "impact-notes", "corrections", "outputs")) {
            refused(as(recused).get("/api/v1/packages/" + on.pack + "/" + part), 404, "not-found");
        }
        must(as(recused).get("/api/v1/packages?limit=200")).then().body("items.id", not(hasItem(on.pack.toString())));
        round(on.round)
                .body("electorate.find { it.seat == 'LU' }.vote", equalTo(null))
                .body("electorate.find { it.seat == 'LU' }.holder", equalTo(true))
                .body("electorate.find { it.seat == 'LU' }.earlier", hasSize(greaterThan(0)));
        Response again = vote(recused, on.round, on.hash, "APPROVE");
        assertTrue(again.statusCode() == 403 || again.statusCode() == 404, again.asString());
        must(vote(voter("LU"), on.round, on.hash, "APPROVE"));
    }

    @Test
    void a_majority_outvotes_a_seat_which_takes_it_to_the_higher_body() throws Exception {
        UUID proposal = EntityList.ready();
        UUID pack = EntityList.packageOf(proposal);
        String hash = EntityList.hash(pack);
        UUID erc = EntityList.openRound(pack, Set.of());
        must(as(EntityList.chair()).get("/api/v1/rounds/" + erc))
                .then()
                .body("electorate", hasSize(4))
                .body("rule", equalTo("MAJORITY"));
        refused(EntityList.vote("treas", erc, hash, "APPROVE"), 403, "no-seat");
        must(EntityList.vote("state", erc, hash, "OBJECT")).then().body("status", equalTo("OPEN"));
        for (String department : List.of("bis", "dod", "doe")) {
            must(EntityList.vote(department, erc, hash, "APPROVE"));
        }
        must(as(EntityList.chair()).get("/api/v1/packages/" + pack))
                .then()
                .body("status", equalTo("ADOPTED"))
                .body("outvoted", contains("STATE"));
        refused(
                as(EntityList.voter("dod"))
                        .body(Map.of("reason", "why"))
                        .post("/api/v1/packages/" + pack + "/escalate"),
                403,
                "not-outvoted");
        must(as(EntityList.voter("state"))
                        .body(Map.of("reason", "Harm to talks."))
                        .post("/api/v1/packages/" + pack + "/escalate"))
                .then()
                .body("status", equalTo("CLOSED"))
                .body("stage", equalTo("ACEP"));
        UUID acep = EntityList.openRound(pack, Set.of("TREASURY"));
        for (String department : List.of("bis", "dod", "doe", "treas", "state")) {
            must(EntityList.vote(department, acep, hash, "APPROVE"));
        }
        must(as(EntityList.chair()).get("/api/v1/packages/" + pack))
                .then()
                .body("status", equalTo("ADOPTED"))
                .body("windowEndsAt", equalTo(null));
    }

    @Test
    void a_window_that_lapses_leaves_what_was_adopted_and_ends_what_failed() throws Exception {
        UUID adopted = EntityList.packageOf(EntityList.ready());
        UUID round = EntityList.openRound(adopted, Set.of());
        must(EntityList.vote("state", round, EntityList.hash(adopted), "OBJECT"));
        for (String department : List.of("bis", "dod", "doe")) {
            must(EntityList.vote(department, round, EntityList.hash(adopted), "APPROVE"));
        }
        UUID proposal = EntityList.ready();
        UUID failed = EntityList.packageOf(proposal);
        UUID lost = EntityList.openRound(failed, Set.of());
        for (String department : List.of("state", "dod")) {
            must(EntityList.vote(department, lost, EntityList.hash(failed), "OBJECT"));
        }
        for (String department : List.of("bis", "doe")) {
            must(EntityList.vote(department, lost, EntityList.hash(failed), "APPROVE"));
        }
        must(as(EntityList.chair()).get("/api/v1/proposals/" + proposal)).then().body("status", equalTo("ESCALATED"));
        Time.windowOf(adopted);
        Time.windowOf(failed);
        closing.run();
        must(as(EntityList.chair()).get("/api/v1/packages/" + adopted))
                .then()
                .body("status", equalTo("ADOPTED"))
                .body("windowEndsAt", equalTo(null));
        must(as(EntityList.chair()).get("/api/v1/packages/" + failed)).then().body("status", equalTo("DISSOLVED"));
        must(as(EntityList.chair()).get("/api/v1/proposals/" + proposal))
                .then()
                .body("status", equalTo("REJECTED"))
                .body("returned.text", equalTo("not-escalated-in-time"));
    }

    @Test
    void what_is_held_in_its_window_comes_back_with_what_was_left_of_it() throws Exception {
        UUID proposal = EntityList.ready();
        UUID failed = EntityList.packageOf(proposal);
        UUID lost = EntityList.openRound(failed, Set.of());
        for (String department : List.of("state", "dod")) {
            must(EntityList.vote(department, lost, EntityList.hash(failed), "OBJECT"));
        }
        for (String department : List.of("bis", "doe")) {
            must(EntityList.vote(department, lost, EntityList.hash(failed), "APPROVE"));
        }
        String path = "/api/v1/proposals/" + proposal;
        must(as(EntityList.chair())
                .body(Map.of(
                        "reason",
                        "Talks go on.",
                        "reviewBy",
                        Instant.now().plus(9, ChronoUnit.DAYS).toString()))
                .post(path + "/hold"));
        must(as(EntityList.chair()).get("/api/v1/packages/" + failed)).then().body("status", equalTo("DISSOLVED"));
        Time.heldThreeDaysLater(proposal);
        must(as(EntityList.chair()).post(path + "/resume")).then().body("status", equalTo("ESCALATED"));
        UUID again = UUID.fromString(
                must(as(EntityList.chair()).get(path)).jsonPath().getString("packageId"));
        Instant ends = Instant.parse(must(as(EntityList.chair()).get("/api/v1/packages/" + again))
                .then()
                .body("status", equalTo("CLOSED"))
                .body("stage", equalTo("ERC"))
                .body("title", equalTo(title(failed)))
                .extract()
                .path("windowEndsAt"));
        assertEquals(
                2, Math.round(Duration.between(Instant.now(), ends).toHours() / 24.0), "of five days, three had gone");
        assertEquals(
                4,
                Databases.number("select count(*) from notice where kind = 'escalate' and thing = ?", again),
                "the seats that voted are told");
        refused(
                as(EntityList.chair())
                        .body(Map.of("deadline", ends.toString()))
                        .post("/api/v1/packages/" + again + "/rounds"),
                409,
                "not-in-this-status");
        must(as(EntityList.voter("bis"))
                        .body(Map.of("reason", "It is needed."))
                        .post("/api/v1/packages/" + again + "/escalate"))
                .then()
                .body("status", equalTo("CLOSED"))
                .body("stage", equalTo("ACEP"));
        must(as(EntityList.chair()).get(path))
                .then()
                .body("status", equalTo("READY"))
                .body("stage", equalTo("ACEP"));
    }

    private static String title(UUID pack) {
        return must(as(EntityList.chair()).get("/api/v1/packages/" + pack))
                .jsonPath()
                .getString("title");
    }

    @Test
    void a_missing_vote_fails_a_round_that_knows_no_silence() throws Exception {
        UUID pack = EntityList.packageOf(EntityList.ready());
        UUID round = EntityList.openRound(pack, Set.of());
        must(EntityList.vote("bis", round, EntityList.hash(pack), "APPROVE"));
        Time.deadlineOf(round);
        closing.run();
        must(as(EntityList.chair()).get("/api/v1/rounds/" + round))
                .then()
                .body("status", equalTo("FAILED"))
                .body("tally.silent", equalTo(3));
    }
}
