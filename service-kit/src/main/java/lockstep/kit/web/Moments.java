package lockstep.kit.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Times as queries write them. */
public final class Moments {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Moments() {}

    /** @throws DateTimeParseException also for a time that has no year of four digits, which no table could hold */
    public static Instant parse(String text) {
        Instant at = Instant.parse(text);
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            throw new DateTimeParseException("a year of four digits is needed", text, 0);
        }
        return at;
    }
}
