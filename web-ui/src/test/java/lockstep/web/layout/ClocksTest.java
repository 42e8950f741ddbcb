package lockstep.web.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A time says where its clock hangs, in summer as in winter. */
class ClocksTest {
    @ParameterizedTest
    @CsvSource({
        "Europe/London, London, Londres",
        "Europe/Brussels, Brussels, Bruxelles",
        "Europe/Zurich, Bern, Berne",
        "America/Toronto, Ottawa, Ottawa",
        "Europe/Isle_of_Man, Isle of Man, Isle of Man",
        "UTC, UTC, UTC"
    })
    void a_clock_is_named_for_its_city(String zone, String english, String french) {
        assertEquals(english, Clocks.city(ZoneId.of(zone), Locale.ENGLISH));
        assertEquals(french, Clocks.city(ZoneId.of(zone), Locale.FRENCH));
    }
}
