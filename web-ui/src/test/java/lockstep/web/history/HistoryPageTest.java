package lockstep.web.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lockstep.web.services.HistoryItem;
import org.junit.jupiter.api.Test;

class HistoryPageTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<HistoryItem> rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(n -> JSON.convertValue(JSON.createObjectNode().put("eventId", "e" + n), HistoryItem.class))
                .toList();
    }

    @Test
    void a_history_is_read_fifty_rows_at_a_time_and_each_row_once() {
        List<HistoryItem> all = rows(0, 120);
        List<HistoryItem> read = new ArrayList<>();
        String next = null;
        int pages = 0;
        do {
            HistoryPage page = HistoryPage.of(all, next);
            read.addAll(page.items());
            next = page.next();
            pages++;
        } while (next != null);
        assertEquals(3, pages);
        assertEquals(all, read);
    }

    @Test
    void what_is_written_meanwhile_moves_no_row_to_another_page() {
        String next = HistoryPage.of(rows(10, 120), null).next();
        assertEquals(
                "e60", HistoryPage.of(rows(0, 120), next).items().getFirst().eventId());
    }

    @Test
    void a_history_of_one_page_has_no_next() {
        assertNull(HistoryPage.of(rows(0, 50), null).next());
        assertEquals(0, HistoryPage.of(List.of(), "e9").items().size());
    }
}
