package lockstep.listing.notice;

import static lockstep.kit.testing.Databases.number;
import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.Story.hash;
import static lockstep.listing.testing.Story.id;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.MovableClock;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import lockstep.listing.testing.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is waited for is told when it begins and before it ends, each person once, whatever runs how often. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class RemindingTest {
    private static final int SEATS = People.COUNCIL.size();

    @Inject
    RemindJob job;

    @Inject
    Tell tell;

    private UUID pack;
    private UUID round;
    private Instant deadline;

    @BeforeEach
    void aRound() throws Exception {
        People.appointThemAlone();
        EvidenceStandIn.refuseNothing();
        // what other tests left open would be reminded of as well when the clock goes on
        run("update round set status = 'CANCELLED' where status in ('OPEN', 'STOPPED')");
        run("delete from notice");
        pack = Story.packageOf(Story.ready());
        round = id(Story.openRound(pack));
        deadline = Instant.parse(must(as(People.chair()).get("/api/v1/rounds/" + round))
                .jsonPath()
                .getString("deadline"));
    }

    @AfterEach
    void clock() {
        MovableClock.letGo();
    }

    /** Two replicas' jobs at the same moment. */
    private void remind(Instant at) throws Exception {
        MovableClock.set(at);
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            List<Future<?>> runs = new ArrayList<>();
            runs.add(replicas.submit(job::run));
            runs.add(replicas.submit(job::run));
            for (Future<?> run : runs) {
                run.get();
            }
        }
    }

    private static long told(UUID thing, String kind, String lead, Instant due) throws SQLException {
        return number(
                "select count(*) from notice where thing = ? and kind = ? and lead = ? and due = cast(? as timestamptz)",
                thing,
                kind,
                lead,
                due.toString());
    }

    private long votes(String lead, Instant due) throws SQLException {
        return told(round, "vote", lead, due);
    }

    @Test
    void every_holder_is_told_as_the_round_opens_and_again_a_day_and_two_hours_before_unless_the_seat_has_voted()
            throws Exception {
        assertEquals(SEATS, votes("NOW", deadline));
        must(Story.vote(People.voter("FR"), round, hash(pack), "APPROVE"));
        remind(deadline.minus(Duration.ofHours(24)).minusSeconds(5));
        assertEquals(0, votes("PT24H", deadline));
        remind(deadline.minus(Duration.ofHours(24)).plusSeconds(5));
        assertEquals(SEATS - 1, votes("PT24H", deadline));
        assertEquals(0, votes("PT2H", deadline));
        remind(deadline.minus(Duration.ofHours(2)).plusSeconds(5));
        remind(deadline.minus(Duration.ofHours(1)));
        assertEquals(SEATS - 1, votes("PT24H", deadline));
        assertEquals(SEATS - 1, votes("PT2H", deadline));
        assertEquals(
                0,
                number(
                        "select count(*) from notice where thing = ? and account = 'fr-voter' and lead <> 'NOW'",
                        round));
        must(as(People.voter("DE")).get("/api/v1/notices"))
                .then()
                .body("items.findAll { it.roundId == '" + round + "' }.lead", equalTo(List.of("PT2H", "PT24H", "NOW")))
                .body("items.silence", hasItem(true));
        must(as(People.us("bis-voter")).get("/api/v1/notices"))
                .then()
                .body("items.findAll { it.roundId == '" + round + "' }.size()", equalTo(0));
    }

    @Test
    void every_kind_that_is_reminded_of_has_its_view() {
        for (Reminding its : Reminding.values()) {
            Acting.as(new SystemActor("reminders", Set.of()), () -> tell.ofNearDeadlines(its));
        }
    }

    @Test
    void a_service_that_was_down_reminds_of_the_nearest_lead_alone() throws Exception {
        remind(deadline.minus(Duration.ofMinutes(30)));
        assertEquals(0, votes("PT24H", deadline));
        assertEquals(SEATS, votes("PT2H", deadline));
        remind(deadline.plusSeconds(1));
        assertEquals(SEATS, votes("PT2H", deadline));
    }

    @Test
    void a_moved_deadline_is_told_anew_with_its_reminders_and_the_history_has_both_and_the_reason() throws Exception {
        remind(deadline.minus(Duration.ofHours(24)).plusSeconds(5));
        MovableClock.letGo();
        Instant later = Story.noonIn(8);
        must(as(People.chair())
                .body(Map.of(
                        "deadline", later.toString(), "deadlineFlag", "a holiday", "reason", "More time is needed."))
                .post("/api/v1/rounds/" + round + "/deadline"));
        assertEquals(SEATS, votes("NOW", later));
        remind(later.minus(Duration.ofHours(24)).plusSeconds(5));
        assertEquals(SEATS, votes("PT24H", later));
        assertEquals(SEATS, votes("PT24H", deadline));
        MovableClock.letGo();
        String moved = "items.find { it.type == 'round.deadline-moved' }.payload.";
        must(as(People.chair()).get("/api/v1/packages/" + pack + "/history"))
                .then()
                .body(moved + "detail", equalTo(deadline.toString()))
                .body(moved + "deadline", equalTo(later.toString()))
                .body(moved + "text", equalTo("More time is needed."));
    }

    @Test
    void hours_run_on_when_the_clocks_are_changed_and_days_are_those_of_the_programme() throws Exception {
        Instant sunday = Instant.parse("2027-03-28T10:00:00Z"); // noon in Brussels, whose clocks went forward at 01:00Z
        Time.deadlineOf(round, sunday);
        remind(Instant.parse("2027-03-27T09:59:50Z"));
        assertEquals(0, votes("PT24H", sunday));
        remind(Instant.parse("2027-03-27T10:00:10Z"));
        assertEquals(SEATS, votes("PT24H", sunday));

        UUID listing =
                urgent(Instant.parse("2027-04-10T11:00:00Z")); // noon in London's summer, in March noon is at 12:00Z
        Instant end = Instant.parse("2027-04-10T11:00:00Z");
        remind(Instant.parse("2027-03-13T11:59:50Z"));
        assertEquals(0, told(listing, "confirm-in-time", "P28D", end));
        remind(Instant.parse("2027-03-13T12:00:10Z"));
        assertEquals(4, told(listing, "confirm-in-time", "P28D", end), "chair, legal and both secretaries");
        remind(Instant.parse("2027-03-27T12:00:10Z"));
        assertEquals(4, told(listing, "confirm-in-time", "P14D", end));
        remind(Instant.parse("2027-04-03T11:00:10Z"));
        assertEquals(4, told(listing, "confirm-in-time", "P7D", end));
        run("delete from listing where id = '" + listing + "'");
    }

    /** A row as the release job would write it, 56 days before its end. */
    private UUID urgent(Instant ends) throws SQLException {
        UUID listing = UUID.randomUUID();
        run(
                "insert into listing (id, version, programme, proposal_id, package_id, case_id, revision, content_hash, kind, number,"
                        + " name, ground, printed, keys, listed_date, published_at, recorded_at, status, authority_refs, outputs,"
                        + " lapses_at) select '" + listing
                        + "', 0, 'UK-RUS', e.proposal_id, e.package_id, e.case_id, 1, '', 'ADD',"
                        + " 'RUS1', 'N', 'g', '{}', '{}', '2027-02-13', timestamptz '" + ends
                        + "' - interval '56 days', now(),"
                        + " 'ACTIVE', '[]', '[]', '" + ends + "' from package_entry e where e.package_id = '" + pack
                        + "'");
        return listing;
    }

    private static void run(String statement) throws SQLException {
        try (Connection connection = Databases.asSuperuser()) {
            connection.createStatement().execute(statement);
        }
    }

    @Test
    void a_stopped_round_reminds_no_voter_and_tells_the_chair() throws Exception {
        must(Story.vote(People.voter("FR"), round, hash(pack), "OBJECT"));
        assertEquals(1, told(round, "mediate", "NOW", deadline));
        remind(deadline.minus(Duration.ofHours(24)).plusSeconds(5));
        assertEquals(0, votes("PT24H", deadline));
        must(as(People.chair()).get("/api/v1/notices")).then().body("items.kind", hasItem("mediate"));
    }

    @Test
    void a_release_that_is_kept_back_reminds_chair_and_publisher_before_T_and_at_it() throws Exception {
        Instant release = Instant.now().plus(Duration.ofDays(3));
        run("update round set status = 'CANCELLED' where id = '" + round + "'");
        Time.heldUntil(pack, release);
        for (Duration before : List.of(Duration.ofHours(23), Duration.ofMinutes(90), Duration.ofSeconds(-5))) {
            remind(release.minus(before));
        }
        for (String lead : List.of("PT24H", "PT2H", "PT0S")) {
            assertEquals(
                    2,
                    number(
                            "select count(*) from notice where thing = ? and kind = 'free-release' and lead = ?",
                            pack,
                            lead),
                    lead);
        }
    }

    @Test
    void a_hold_whose_review_is_due_reminds_the_chair_and_a_recused_holder_of_nothing() throws Exception {
        UUID proposal = Story.inReview();
        Instant review = Instant.now().plus(Duration.ofDays(2));
        Story.act(
                People.chair(),
                proposal,
                "hold",
                Map.of("reason", "Awaiting a partner.", "reviewBy", review.toString()));
        remind(review.minusSeconds(5));
        assertEquals(0, number("select count(*) from notice where thing = ?", proposal));
        remind(review.plusSeconds(5));
        remind(review.plus(Duration.ofDays(1)));
        assertEquals(1, number("select count(*) from notice where thing = ? and lead = 'PT0S'", proposal));
        MovableClock.letGo();
        // over a weekend the review falls within the last day before the round's deadline
        run("delete from notice where lead = 'PT24H'");
        run("insert into recusal select e.case_id, '" + TestTokens.sub("pl-voter")
                + "', now(), 'x' from package_entry e" + " where e.package_id = '" + pack + "'");
        remind(deadline.minus(Duration.ofHours(24)).plusSeconds(5));
        assertEquals(SEATS - 1, votes("PT24H", deadline));
        MovableClock.letGo();
        long mine = must(as(People.voter("PL")).get("/api/v1/notices"))
                .jsonPath()
                .getList("items.findAll { it.roundId == '" + round + "' }")
                .size();
        assertEquals(0, mine, "what one is recused from is not named either");
        assertTrue(number("select count(*) from notice where account = 'pl-voter' and thing = ?", round) > 0);
    }
}
