package lockstep.kit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Times as bodies and queries write them: with a year of four digits, since neither a table nor a calendar holds more. */
public final class Moments {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Moments() {}

    /** @throws DateTimeParseException also for a time that has no year of four digits */
    public static Instant parse(String text) {
        Instant at = Instant.parse(text);
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            throw notOfFourDigits(text);
        }
        return at;
    }

    /** @throws DateTimeParseException also for a day that has no year of four digits */
    static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw notOfFourDigits(text);
        }
        return day;
    }

    private static DateTimeParseException notOfFourDigits(String text) {
        return new DateTimeParseException("a year of four digits is needed", text, 0);
    }
}
