package lockstep.listing.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import lockstep.kit.problem.Checks;

/**
 * Which dates make sense: a year mistyped is refused in its field, before a release waits for the year 9999 or a list
 * prints 1800. Whether a date may be past or to come at all is each act's own rule.
 */
@ApplicationScoped
public class Horizon {
    /** No list that is still kept is older than the Charter under which it was made. */
    private static final LocalDate OLDEST_LIST = LocalDate.of(1945, 1, 1);

    /** What was decided or seen longer ago isn't recorded now: it is taken over with its list. */
    private static final Period RECORDED_WITHIN = Period.ofYears(5);

    private static final Period PLANNED_WITHIN = Period.ofYears(2);

    private final InstantSource clock;

    Horizon(InstantSource clock) {
        this.clock = clock;
    }

    /** A day that stands in the act: the authority's own, past or to come. */
    public Checks printed(Checks checks, String pointer, LocalDate day) {
        return within(checks, pointer, day, OLDEST_LIST, today().plus(PLANNED_WITHIN));
    }

    /** A day on which somebody outside decided or said something. */
    public Checks decided(Checks checks, String pointer, LocalDate day) {
        return within(checks, pointer, day, today().minus(RECORDED_WITHIN), LocalDate.MAX);
    }

    /** A moment at which something was seen or happened. */
    public Checks happened(Checks checks, String pointer, Instant at) {
        return decided(checks, pointer, day(at));
    }

    /** A moment that is planned: of a release, of a review, of somebody's return. */
    public Checks planned(Checks checks, String pointer, Instant at) {
        return within(checks, pointer, day(at), LocalDate.MIN, today().plus(PLANNED_WITHIN));
    }

    private static Checks within(Checks checks, String pointer, LocalDate day, LocalDate first, LocalDate last) {
        return checks.when(day != null && day.isBefore(first), pointer, "too-long-ago", "Not before " + first + ".")
                .when(day != null && day.isAfter(last), pointer, "too-far-ahead", "Not after " + last + ".");
    }

    private LocalDate today() {
        return day(clock.instant());
    }

    private static LocalDate day(Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
