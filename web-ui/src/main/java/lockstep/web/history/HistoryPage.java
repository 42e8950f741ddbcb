package lockstep.web.history;

import java.util.List;
import java.util.stream.IntStream;
import lockstep.web.services.HistoryItem;

/**
 * So much of a history as stands on one page, the newest first; {@code next} is the event after which the next page begins, so
 * that rows that are written meanwhile move nothing. Null: there are no older ones.
 */
public record HistoryPage(List<HistoryItem> items, String next) {
    static final int ROWS = 50;

    /** {@code after} null or unknown: from the newest on. */
    static HistoryPage of(List<HistoryItem> all, String after) {
        int from = IntStream.range(0, all.size())
                        .filter(at -> all.get(at).eventId().equals(after))
                        .findFirst()
                        .orElse(-1)
                + 1;
        List<HistoryItem> shown = all.subList(from, Math.min(all.size(), from + ROWS));
        boolean more = from + ROWS < all.size();
        return new HistoryPage(List.copyOf(shown), more ? shown.getLast().eventId() : null);
    }
}
