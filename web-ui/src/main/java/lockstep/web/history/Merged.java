package lockstep.web.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import lockstep.web.services.HistoryItem;
import lockstep.web.services.Listed;
import lockstep.web.services.Refusal;

/** Journal rows of both services in one order: by time, and within one instant by event id, which grows with time too. */
final class Merged {
    private static final int MOST_PAGES = 20;

    private Merged() {}

    static List<HistoryItem> of(List<HistoryItem> one, List<HistoryItem> other) {
        List<HistoryItem> all = new ArrayList<>(one);
        all.addAll(other);
        all.sort(Comparator.comparing(HistoryItem::occurredAt)
                .reversed()
                .thenComparing(Comparator.comparing(HistoryItem::eventId).reversed()));
        return all;
    }

    /** All rows of one journal; nothing where this reader may not see it. */
    static List<HistoryItem> all(Function<String, Listed<HistoryItem>> page) {
        List<HistoryItem> all = new ArrayList<>();
        String cursor = null;
        try {
            for (int i = 0; i < MOST_PAGES; i++) {
                Listed<HistoryItem> some = page.apply(cursor);
                all.addAll(some.items());
                cursor = some.next();
                if (cursor == null) {
                    break;
                }
            }
        } catch (Refusal refusal) {
            if (refusal.status() != 403 && refusal.status() != 404) {
                throw refusal;
            }
        }
        return all;
    }
}
