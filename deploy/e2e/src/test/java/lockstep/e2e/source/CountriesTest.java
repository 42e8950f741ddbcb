package lockstep.e2e.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CountriesTest {
    private static String of(String address) {
        return Countries.of(address).orElse(null);
    }

    @Test
    void the_tail_tells_the_country() {
        assertEquals("RU", of("199901, Varetsk, Zarechnaya Str., 14, Russian Federation"));
        assertEquals("CN", of("Room 9, Shenzhen, People’s Republic of China"));
        assertEquals("CN", of("Room 9, Shenzhen, People's Republic of China, 518999"));
        assertEquals("AE", of("Plot 9, Dubai, United Arab Emirates, P.O. Box 9"));
        assertEquals("AE", of("Tamani Office, Dubai, U.A.E."));
    }

    @Test
    void the_last_state_in_an_address_decides() {
        assertEquals("AE", of("Free Zone, Hong Kong Street, Dubai, United Arab Emirates (UAE)"));
        assertEquals("RU", of("Room 5, Moscow, Russian Federation (in original: Г. МОСКВА)"));
    }

    @Test
    void a_place_is_asked_only_where_no_state_is_printed() {
        assertEquals("RU", of("119999, Moscow, Lugovaya Str., 3"));
        assertEquals("UA", of("299999, Sevastopol, Lugovaya Str., 3"));
        assertEquals("CN", of("Moscow Mansion, Harbin, People’s Republic of China"));
    }

    @Test
    void a_piece_without_a_country_belongs_to_the_address_that_follows() {
        assertEquals(
                List.of(Optional.of("RU"), Optional.of("RU"), Optional.of("HK"), Optional.of("HK")),
                Countries.of(List.of(
                        "199905, Tarnovel Oblast",
                        "Tarnovel, Zavodskaya Str., 2, Russian Federation",
                        "9/F, Mirror Tower, Kowloon, Hong Kong",
                        "Floor 9")));
    }
}
