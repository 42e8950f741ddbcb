package lockstep.listing.programme;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where deadlines may fall: in the programme's zone, off its weekend and holidays, within a stage's clock. */
public record Deadlines(ZoneId zone, Set<DayOfWeek> weekend, List<Holiday> holidays) {

    /** Why a deadline isn't possible; WEEKEND and HOLIDAY may be overridden by a chair who says so. */
    public enum Fault {
        IN_THE_PAST,
        BEFORE_MINIMUM,
        AFTER_MAXIMUM,
        WEEKEND,
        HOLIDAY
    }

    public Deadlines {
        weekend = Set.copyOf(weekend);
        holidays = List.copyOf(holidays);
        if (weekend.size() >= 7) {
            throw new IllegalArgumentException("no working day is left");
        }
    }

    /** WEEKEND or HOLIDAY if the instant falls on one in the programme's zone. */
    public Optional<Fault> closed(Instant instant) {
        return closed(instant.atZone(zone).toLocalDate());
    }

    /** The holiday on which the instant falls. */
    public Optional<Holiday> holiday(Instant instant) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        return holidays.stream().filter(holiday -> holiday.falls(day)).findFirst();
    }

    private Optional<Fault> closed(LocalDate day) {
        if (weekend.contains(day.getDayOfWeek())) {
            return Optional.of(Fault.WEEKEND);
        }
        return holidays.stream().anyMatch(holiday -> holiday.falls(day))
                ? Optional.of(Fault.HOLIDAY)
                : Optional.empty();
    }

    /** The instant itself on a working day, else the same time of day on the next one. */
    public Instant nextWorking(Instant instant) {
        ZonedDateTime at = instant.atZone(zone);
        LocalDate day = at.toLocalDate();
        while (closed(day).isPresent()) {
            day = day.plusDays(1);
        }
        return day.equals(at.toLocalDate())
                ? instant
                : day.atTime(at.toLocalTime()).atZone(zone).toInstant();
    }

    /** The earliest deadline that a round opened at {@code opening} may have: its minimum, on a working day. */
    public Instant earliest(Stage.Clock clock, Instant opening, Instant accepted) {
        Instant start = start(clock, opening, accepted);
        Instant minimum = clock.minimum() == null ? start : clock.minimum().after(start, zone);
        return nextWorking(minimum.isBefore(opening) ? opening : minimum);
    }

    /** The last instant that a deadline may have. */
    public Instant latest(Stage.Clock clock, Instant opening, Instant accepted) {
        return clock.maximum().after(start(clock, opening, accepted), zone);
    }

    /** All that speaks against a deadline (guard G8). */
    public Set<Fault> check(Stage.Clock clock, Instant opening, Instant accepted, Instant deadline, Instant now) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        Instant start = start(clock, opening, accepted);
        if (!deadline.isAfter(now)) {
            faults.add(Fault.IN_THE_PAST);
        }
        if (clock.minimum() != null && deadline.isBefore(clock.minimum().after(start, zone))) {
            faults.add(Fault.BEFORE_MINIMUM);
        }
        if (deadline.isAfter(latest(clock, opening, accepted))) {
            faults.add(Fault.AFTER_MAXIMUM);
        }
        closed(deadline).ifPresent(faults::add);
        return faults;
    }

    private static Instant start(Stage.Clock clock, Instant opening, Instant accepted) {
        return clock.from() == Stage.Clock.From.ACCEPTANCE ? accepted : opening;
    }
}
