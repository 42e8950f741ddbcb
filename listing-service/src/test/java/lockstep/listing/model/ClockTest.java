package lockstep.listing.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.listing.decision.CloseRoundsJob;
import lockstep.listing.publication.ReleaseJob;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of deadlines over weekends and changes of clocks, at T itself, after an outage, and when the clock is set
 * back. T belongs to no vote: what stood the moment before decides, and the job closes at T. Each step is compared with the
 * model too.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class ClockTest {
    private static final Instant SATURDAY_BEFORE_SUMMER_TIME = Instant.parse("2026-03-28T10:00:00Z");

    @Inject
    Service service;

    @Inject
    Commands commands;

    @Inject
    CloseRoundsJob closing;

    @Inject
    ReleaseJob releasing;

    private Connection connection;
    private Story story;

    @BeforeEach
    void open() throws SQLException {
        connection = Databases.asSuperuser();
    }

    @AfterEach
    void letGo() throws SQLException {
        MovableClock.letGo();
        story.history().close();
        connection.close();
    }

    private Story story(String programme, Instant start) throws SQLException {
        story = Story.ready(programme, start, service, commands, connection);
        return story;
    }

    @Test
    void a_silence_ends_on_a_weekend_or_holiday_only_if_the_chair_says_why() throws Exception {
        Story its = story("EU-833-IV", Instant.parse("2026-03-26T10:00:00Z"));
        assertEquals(Why.DEADLINE, its.open(Instant.parse("2026-03-28T10:00:00Z")));
        assertEquals(Why.DEADLINE, its.open(Instant.parse("2026-03-29T21:59:59Z")), "Sunday, 23:59 in Brussels");
        assertEquals(Why.DEADLINE, its.open(Instant.parse("2026-04-02T10:00:00Z")), "Maundy Thursday");
        assertNull(its.open(Instant.parse("2026-03-28T10:00:00Z"), Step.Twist.FLAGGED));
    }

    @Test
    void a_clock_that_begins_anew_before_a_weekend_ends_on_monday_at_the_same_time_of_day() throws Exception {
        Story its = story("EU-833-IV", Instant.parse("2026-03-24T10:00:00Z"));
        assertNull(its.open(Instant.parse("2026-03-27T09:00:00Z")));
        assertNull(its.vote("FR", "OBJECT"));
        its.clock(Instant.parse("2026-03-26T14:00:00Z"));
        assertNull(its.lift("FR"));
        // 48 hours from Thursday, 15:00 in Brussels, are Saturday; on Monday 15:00 is an hour earlier in UTC.
        assertEquals(Instant.parse("2026-03-30T13:00:00Z"), its.deadline());
    }

    @Test
    void forty_eight_hours_are_hours_when_summer_time_begins() throws Exception {
        hoursAcross(SATURDAY_BEFORE_SUMMER_TIME);
    }

    @Test
    void forty_eight_hours_are_hours_when_summer_time_ends() throws Exception {
        hoursAcross(Instant.parse("2026-10-24T10:00:00Z"));
    }

    private void hoursAcross(Instant saturday) throws Exception {
        Story its = story("EU-833-IV", saturday);
        Instant monday = saturday.plus(48, ChronoUnit.HOURS);
        assertEquals(Why.DEADLINE, its.open(monday.minus(1, ChronoUnit.MICROS)));
        assertNull(its.open(monday));
        its.clockAndJobs(monday.minusNanos(1));
        assertEquals("OPEN", its.round());
        its.clockAndJobs(monday);
        assertEquals("PASSED", its.round());
    }

    @Test
    void a_vote_just_before_the_deadline_counts_and_one_at_it_is_too_late() throws Exception {
        Story its = story("EU-833-IV", SATURDAY_BEFORE_SUMMER_TIME);
        Instant deadline = Instant.parse("2026-03-31T10:00:00Z");
        assertNull(its.open(deadline));
        its.clock(deadline.minusNanos(1));
        assertNull(its.vote("DE", "ABSTAIN"));
        its.clock(deadline);
        assertEquals(Why.STATUS, its.vote("FR", "OBJECT"));
        assertEquals(Why.STATUS, its.vote("DE", "OBJECT"), "nor is a vote changed");
        its.jobs();
        assertEquals("PASSED", its.round());
        assertEquals(26, its.votes("SILENT_CONSENT"));
        assertEquals(1, its.votes("ABSTAIN"));
    }

    @Test
    void a_closed_round_says_so_before_it_judges_another_day() throws Exception {
        Story its = story("EU-833-IV", SATURDAY_BEFORE_SUMMER_TIME);
        assertNull(its.open(Instant.parse("2026-03-31T10:00:00Z")));
        assertNull(its.cancel());
        assertEquals(Why.STATUS, its.move(SATURDAY_BEFORE_SUMMER_TIME));
    }

    @Test
    void what_nobody_closed_in_time_ends_as_it_stood_at_the_deadline() throws Exception {
        Story its = story("EU-833-IV", SATURDAY_BEFORE_SUMMER_TIME);
        Instant deadline = Instant.parse("2026-03-31T10:00:00Z");
        assertNull(its.open(deadline));
        its.clock(deadline.plus(1, ChronoUnit.DAYS));
        assertEquals(Why.STATUS, its.vote("FR", "OBJECT"));
        assertEquals(Why.STATUS, its.move(Instant.parse("2026-04-08T10:00:00Z")));
        assertEquals(Why.STATUS, its.cancel());
        its.clockAndJobs(deadline.plus(3, ChronoUnit.DAYS));
        assertEquals("PASSED", its.round());
        assertEquals(27, its.votes("SILENT_CONSENT"));
    }

    @Test
    void jobs_that_start_again_at_the_deadline_close_once() throws Exception {
        Story its = story("EU-833-IV", SATURDAY_BEFORE_SUMMER_TIME);
        Instant deadline = Instant.parse("2026-03-31T10:00:00Z");
        assertNull(its.open(deadline));
        UUID round = its.history().round(1);
        its.clock(deadline);
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            List<Future<?>> runs = List.of(replicas.submit(closing::run), replicas.submit(closing::run));
            for (Future<?> run : runs) {
                run.get();
            }
        }
        closing.run();
        its.jobs();
        assertEquals("PASSED", its.round());
        assertEquals(1, told("round.passed", round));
        assertEquals(27, its.votes("SILENT_CONSENT"));
    }

    @Test
    void a_clock_set_back_fires_nothing_early_and_undoes_nothing() throws Exception {
        Story its = story("EU-833-IV", SATURDAY_BEFORE_SUMMER_TIME);
        Instant deadline = Instant.parse("2026-03-31T10:00:00Z");
        assertNull(its.open(deadline));
        UUID round = its.history().round(1);
        its.clockAndJobs(deadline.minusNanos(1));
        its.clockAndJobs(deadline.minus(1, ChronoUnit.HOURS));
        assertEquals("OPEN", its.round());
        its.clockAndJobs(deadline);
        its.clockAndJobs(deadline.minus(1, ChronoUnit.HOURS));
        assertEquals("PASSED", its.round());
        assertEquals(Why.STATUS, its.vote("FR", "OBJECT"));
        its.clockAndJobs(deadline);
        assertEquals("PASSED", its.round());
        assertEquals(1, told("round.passed", round));
    }

    @Test
    void a_package_is_published_at_its_instant_once_and_not_before() throws Exception {
        Story its = story("CH-UKR", SATURDAY_BEFORE_SUMMER_TIME);
        its.recorded();
        Instant release = Instant.parse("2026-03-29T01:00:00Z");
        assertEquals(Why.LANGUAGE, its.schedule(release));
        its.inEachLanguage();
        assertNull(its.schedule(release));
        its.clockAndJobs(release.minusNanos(1));
        assertEquals("SCHEDULED", its.pack());
        its.clock(release);
        releasing.run();
        releasing.run();
        its.jobs();
        assertEquals("PUBLISHED", its.pack());
        its.clockAndJobs(release.minus(1, ChronoUnit.HOURS));
        its.clockAndJobs(release);
        assertEquals(1, told("package.published", its.history().pack(1)));
    }

    @Test
    void a_window_ends_at_its_instant_five_days_of_washington_later() throws Exception {
        // Summer time began there on 8 March 2026: five days are an hour less.
        Instant thursday = Instant.parse("2026-03-05T17:00:00Z");
        Story its = story("US-BIS-EL", thursday);
        assertNull(its.open(Instant.parse("2026-03-10T16:00:00Z")));
        for (String seat : List.of("COMMERCE", "DEFENSE", "ENERGY")) {
            assertNull(its.vote(seat, "APPROVE"));
        }
        assertNull(its.vote("STATE", "OBJECT"));
        Instant end = Instant.parse("2026-03-10T16:00:00Z");
        its.clockAndJobs(end.minusNanos(1));
        assertEquals(Why.WINDOW, its.schedule(end.plus(1, ChronoUnit.DAYS)));
        its.clock(end);
        assertEquals(Why.STATUS, its.escalate("STATE"));
        its.jobs();
        assertNull(its.schedule(end.plus(1, ChronoUnit.DAYS)));
    }

    private static long told(String event, UUID of) throws SQLException {
        return Databases.number("select count(*) from journal where type = ? and aggregate_id = ?", event, of);
    }
}
