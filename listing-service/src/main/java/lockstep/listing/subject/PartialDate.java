package lockstep.listing.subject;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/** A date as far as it is known, {@code 2011}, {@code 2011-02} or {@code 2011-02-28}; kept even if it is none. */
public record PartialDate(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PartialDate {
        value = Text.orNull(value);
    }

    /** False for text that names no year, month or day of the calendar. */
    public boolean known() {
        return first() != null;
    }

    /** True if every day that this date may be is before every day that the other may be. */
    public boolean surelyBefore(PartialDate other) {
        return known() && other.known() && last().isBefore(other.first());
    }

    private LocalDate first() {
        return day(false);
    }

    private LocalDate last() {
        return day(true);
    }

    private LocalDate day(boolean latest) {
        if (value == null) {
            return null;
        }
        try {
            return switch (value.length()) {
                case 4 ->
                    latest
                            ? Year.parse(value).atMonth(12).atEndOfMonth()
                            : Year.parse(value).atDay(1);
                case 7 ->
                    latest
                            ? YearMonth.parse(value).atEndOfMonth()
                            : YearMonth.parse(value).atDay(1);
                case 10 -> LocalDate.parse(value);
                default -> null;
            };
        } catch (DateTimeException notOfTheCalendar) {
            return null;
        }
    }
}
