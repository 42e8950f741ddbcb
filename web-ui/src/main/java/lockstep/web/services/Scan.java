package lockstep.web.services;

import java.time.Instant;

/** What a virus scanner found. */
public record Scan(
        String state, String reason, String signature, String engine, Instant at, Override override, boolean opened) {

    /** What is shown: the state, and of what isn't scanned the reason. */
    public String word() {
        return "NOT_SCANNED".equals(state) ? reason : state;
    }

    /** That it may be opened unscanned, by two persons; {@code confirmedBy} null: one of them is wanting. */
    public record Override(
            String reason, String proposedBy, Instant proposedAt, String confirmedBy, Instant confirmedAt) {}
}
