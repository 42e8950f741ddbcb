package lockstep.listing.notice;

import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import lockstep.listing.programme.Span;
import lockstep.listing.programme.Urgency;

/**
 * How long before a deadline somebody is told.
 *
 * @param before its length: in hours of the clock, or in calendar days of {@code zone}
 * @param shorter the next lead, from which on this one is over; null: never
 * @param zone UTC for hours
 */
record Lead(Span before, Span shorter, ZoneId zone) {
    static final Span DAY = new Span("PT24H");
    static final Span HOURS = new Span("PT2H");
    /** Not before but after it has passed, as long as it still waits. */
    static final Span PASSED = new Span("PT0S");

    private static final ZoneId HOURS_RUN_ON = ZoneId.of("UTC");

    static List<Lead> inHours(Span... leads) {
        return each(List.of(leads), HOURS_RUN_ON);
    }

    /** The programme counts days from the release; counted back from the end they hold for an extension too. */
    static List<Lead> warnings(Urgency urgency, ZoneId zone) {
        int lasts = Period.parse(urgency.lasts().value()).getDays();
        return each(
                urgency.warnAtDays().stream()
                        .sorted()
                        .map(day -> new Span("P" + (lasts - day) + "D"))
                        .toList(),
                zone);
    }

    /** {@code leads}: the longest first. */
    static List<Lead> each(List<Span> leads, ZoneId zone) {
        List<Lead> all = new ArrayList<>();
        for (int at = 0; at < leads.size(); at++) {
            boolean last = at + 1 == leads.size();
            Span shorter = last && leads.get(at).equals(PASSED) ? null : last ? PASSED : leads.get(at + 1);
            all.add(new Lead(leads.get(at), shorter, zone));
        }
        return List.copyOf(all);
    }
}
