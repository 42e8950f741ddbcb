package lockstep.kit.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;

class CursorTest {
    private static void refused(String text) {
        assertEquals(
                "bad-cursor",
                assertThrows(ProblemException.class, () -> Cursor.fromString(text))
                        .reason());
    }

    @Test
    void keys_come_back_as_they_went() {
        UUID id = UUID.randomUUID();
        Instant at = Instant.parse("2026-03-01T10:00:00.123456Z");
        Cursor back = Cursor.fromString(Cursor.of(at, id, "Ünï, “x”", 42L, "").encode());
        assertEquals(at, back.instant(0));
        assertEquals(id, back.uuid(1));
        assertEquals("Ünï, “x”", back.text(2));
        assertEquals(42, back.number(3));
        assertEquals("", back.text(4));
    }

    @Test
    void any_changed_character_is_found() {
        String cursor = Cursor.of("2026-03-01T10:00:00Z", "abc").encode();
        for (int at = 0; at < cursor.length() - 1; at++) {
            char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
            refused(cursor.substring(0, at) + other + cursor.substring(at + 1));
        }
        refused(cursor.substring(4));
        refused("");
        refused("*");
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        Cursor other = Cursor.of("text");
        assertThrows(ProblemException.class, () -> other.uuid(0));
        assertThrows(ProblemException.class, () -> other.instant(0));
        assertThrows(ProblemException.class, () -> other.number(0));
        assertThrows(ProblemException.class, () -> other.text(1));
    }

    @Test
    void a_page_ends_where_no_row_is_left() {
        Limit two = new Limit(2);
        assertEquals(new Page<>(List.of("a", "b"), null), Page.of(List.of("a", "b"), two, Cursor::of));
        Page<String> page = Page.of(List.of("a", "b", "c"), two, Cursor::of);
        assertEquals(List.of("a", "b"), page.items());
        assertEquals("b", Cursor.fromString(page.next()).text(0));
    }
}
