package lockstep.web.services;

import java.util.List;

/** Of which copies a leaked file was made; {@code marks} counts also those whose readers the asker may not know. */
public record Traces(int marks, List<Found> items) {
    /** The download that a copy came of. */
    public record Found(String copy, HistoryItem opened) {}
}
