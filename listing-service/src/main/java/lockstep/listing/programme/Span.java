package lockstep.listing.programme;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;

/**
 * A length of time as the programme states it: {@code PT48H} runs in hours whatever the clocks do, {@code P30D} in
 * calendar days of the programme's zone.
 */
public record Span(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Span {
        amount(value);
    }

    public Instant after(Instant start, ZoneId zone) {
        return start.atZone(zone).plus(amount(value)).toInstant();
    }

    private static TemporalAmount amount(String value) {
        TemporalAmount amount = value.contains("T") ? Duration.parse(value) : Period.parse(value);
        boolean negative = amount instanceof Duration hours ? hours.isNegative() : ((Period) amount).isNegative();
        if (negative) {
            throw new IllegalArgumentException("a span can't be negative: " + value);
        }
        return amount;
    }

    @Override
    public String toString() {
        return value;
    }
}
