package lockstep.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key-encryption keys come and go by the launcher's command, and none is lost by it. */
class KeysetTest {
    @TempDir
    private Path folder;

    private Keyset keyset;

    @BeforeEach
    void one_key() {
        keyset = new Keyset(folder.resolve("keys.json"));
        keyset.made();
    }

    @Test
    void what_is_made_once_stays() throws Exception {
        String before = Files.readString(keyset.made());
        assertEquals(before, Files.readString(keyset.made()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keyset.made())));
    }

    @Test
    void a_key_is_added_before_it_is_used_and_the_one_before_it_stays() {
        long first = keyset.keys().getFirst().id();
        long second = keyset.add();
        assertTrue(keyset.keys().contains(new Keyset.Listed(first, true)));
        assertTrue(keyset.keys().contains(new Keyset.Listed(second, false)));
        keyset.use(second);
        assertTrue(keyset.keys().contains(new Keyset.Listed(first, false)));
        assertTrue(keyset.keys().contains(new Keyset.Listed(second, true)));
    }

    @Test
    void one_that_is_taken_away_is_put_aside_and_the_current_one_can_not_be() throws Exception {
        long first = keyset.keys().getFirst().id();
        assertThrows(CannotStart.class, () -> keyset.remove(first));
        long second = keyset.add();
        keyset.use(second);
        Path aside = keyset.remove(first);
        assertEquals(List.of(new Keyset.Listed(second, true)), keyset.keys());
        assertEquals(first, new Keyset(aside).keys().getFirst().id());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(aside)));
        assertFalse(Files.readString(keyset.made()).contains(String.valueOf(first)));
        assertThrows(CannotStart.class, () -> keyset.use(first));
    }
}
