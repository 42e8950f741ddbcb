package lockstep.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealTest {
    private final Seal seal = new Seal(key((byte) 1));

    private static String key(byte fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, fill);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void what_was_sealed_opens_again_and_shows_nothing_meanwhile() {
        byte[] sealed = seal.close("row", "token of a person");

        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("token"));
        assertEquals("token of a person", seal.open("row", sealed));
    }

    @Test
    void a_seal_holds_for_its_own_row_alone() {
        byte[] sealed = seal.close("row", "token");

        assertThrows(IllegalStateException.class, () -> seal.open("another row", sealed));
    }

    @Test
    void another_key_does_not_open_it() {
        byte[] sealed = seal.close("row", "token");

        assertThrows(IllegalStateException.class, () -> new Seal(key((byte) 2)).open("row", sealed));
    }

    @Test
    void a_key_of_another_length_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Seal("c2hvcnQ="));
    }
}
