package lockstep.listing.programme;

import static lockstep.listing.programme.Deadlines.Fault.AFTER_MAXIMUM;
import static lockstep.listing.programme.Deadlines.Fault.BEFORE_MINIMUM;
import static lockstep.listing.programme.Deadlines.Fault.HOLIDAY;
import static lockstep.listing.programme.Deadlines.Fault.IN_THE_PAST;
import static lockstep.listing.programme.Deadlines.Fault.WEEKEND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {
    private final Programme eu = Programmes.bundled().find("EU-833-IV").orElseThrow();
    private final Programme us = Programmes.bundled().find("US-BIS-EL").orElseThrow();
    private final Deadlines brussels = eu.deadlines();
    private final Deadlines washington = us.deadlines();

    @Test
    void the_day_is_that_of_the_programmes_zone_and_not_of_utc() {
        Instant lateOnFriday = Instant.parse("2026-11-27T22:59:59Z");
        assertEquals(Optional.empty(), brussels.closed(lateOnFriday));
        assertEquals(Optional.of(WEEKEND), brussels.closed(lateOnFriday.plusSeconds(1)));
        Instant saturdayInUtc = Instant.parse("2026-11-28T04:59:59Z");
        assertEquals(Optional.empty(), washington.closed(saturdayInUtc));
        assertEquals(Optional.of(WEEKEND), washington.closed(saturdayInUtc.plusSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01",
        "2026-04-02",
        "2026-04-03",
        "2026-04-06",
        "2026-05-01",
        "2026-05-14",
        "2026-05-15",
        "2026-05-25",
        "2026-07-21",
        "2026-11-02",
        "2026-12-24",
        "2026-12-29",
        "2027-03-26",
        "2028-04-14"
    })
    void the_institutions_holidays_move_with_easter(LocalDate day) {
        assertEquals(Optional.of(HOLIDAY), brussels.closed(noon(day, "Europe/Brussels")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-19",
        "2026-02-16",
        "2026-05-25",
        "2026-06-19",
        "2026-07-03",
        "2026-09-07",
        "2026-10-12",
        "2026-11-11",
        "2026-11-26",
        "2026-12-25",
        "2027-07-05",
        "2027-12-31",
        "2027-12-24"
    })
    void a_federal_holiday_on_a_weekend_is_kept_on_the_nearest_weekday(LocalDate day) {
        assertEquals(Optional.of(HOLIDAY), washington.closed(noon(day, "America/New_York")));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2038-04-25",
        "2285-03-22",
        "2049-04-18",
        "2076-04-19"
    })
    void easter_is_known_for_any_year(LocalDate sunday) {
        assertEquals(sunday, Holiday.easterSunday(sunday.getYear()));
    }

    @Test
    void the_next_working_instant_keeps_the_time_of_day_across_a_change_of_clocks() {
        // Friday before the clocks go forward: 09:00 is 08:00 UTC; on Monday it is 07:00 UTC
        assertEquals(
                Instant.parse("2027-03-30T07:00:00Z"), brussels.nextWorking(Instant.parse("2027-03-26T08:00:00Z")));
        Instant working = Instant.parse("2026-11-24T12:34:56.789Z");
        assertEquals(working, brussels.nextWorking(working));
    }

    @Test
    void a_next_working_instant_is_never_closed_and_never_earlier() {
        Instant at = Instant.parse("2026-11-20T23:30:00Z");
        for (int hour = 0; hour < 24 * 500; hour += 7) {
            Instant asked = at.plusSeconds(3600L * hour);
            Instant next = brussels.nextWorking(asked);
            assertTrue(brussels.closed(next).isEmpty() && !next.isBefore(asked), asked::toString);
        }
    }

    @Test
    void forty_eight_hours_are_hours_also_when_the_clocks_change() {
        Stage.Clock clock = eu.stage("RELEX").clock();
        Instant opened = Instant.parse("2026-10-24T10:00:00Z");
        Instant minimum = Instant.parse("2026-10-26T10:00:00Z");
        assertEquals(Set.of(), brussels.check(clock, opened, null, minimum, opened));
        assertEquals(Set.of(BEFORE_MINIMUM), brussels.check(clock, opened, null, minimum.minusSeconds(1), opened));
        assertEquals(minimum, brussels.earliest(clock, opened, null));
    }

    @Test
    void thirty_days_are_calendar_days_from_acceptance_in_washington() {
        Stage.Clock clock = us.stage("ERC").clock();
        Instant accepted = Instant.parse("2026-10-15T16:00:00Z");
        Instant opened = Instant.parse("2026-11-01T16:00:00Z");
        // noon in Washington before and after the clocks went back
        assertEquals(Instant.parse("2026-11-14T17:00:00Z"), washington.latest(clock, opened, accepted));
        Instant friday = Instant.parse("2026-11-13T17:00:00Z");
        assertEquals(Set.of(), washington.check(clock, opened, accepted, friday, opened));
        assertEquals(
                Set.of(AFTER_MAXIMUM),
                washington.check(clock, opened, accepted, friday.plusSeconds(3 * 86_400 + 1), opened));
    }

    @Test
    void a_deadline_in_the_past_on_a_sunday_is_told_both() {
        Instant sunday = Instant.parse("2026-11-22T12:00:00Z");
        Instant now = Instant.parse("2026-11-24T12:00:00Z");
        assertEquals(
                Set.of(IN_THE_PAST, WEEKEND),
                washington.check(us.stage("ACEP").clock(), sunday.minusSeconds(9_999), null, sunday, now));
    }

    @Test
    void the_earliest_deadline_moves_off_the_weekend() {
        Instant thursday = Instant.parse("2026-11-26T15:00:00Z");
        assertEquals(
                Instant.parse("2026-11-30T15:00:00Z"),
                brussels.earliest(eu.stage("RELEX").clock(), thursday, null));
    }

    private static Instant noon(LocalDate day, String zone) {
        return LocalDateTime.of(day, java.time.LocalTime.NOON)
                .atZone(ZoneId.of(zone))
                .toInstant();
    }
}
