package lockstep.web.services;

import java.time.Instant;
import java.util.List;

/**
 * How long an exhibit is kept.
 *
 * @param disposal null: none was ever proposed
 * @param unread its reader answers for it without reading it, and is told no reason
 */
public record KeepingView(
        Instant retainUntil, List<Held> holds, Disposal disposal, List<AllowedAction> allowedActions, boolean unread) {

    /** A legal hold, and whether its reader may lift it. */
    public record Held(Hold hold, boolean mayLift) {}

    /** {@code liftedAt} null: it stands. */
    public record Hold(
            String id,
            String reason,
            String agency,
            String account,
            Instant since,
            String liftedBy,
            Instant liftedAt,
            String liftReason) {}

    /** {@code endedBy} null: another person has to confirm it. */
    public record Disposal(
            String state, String reason, String proposedBy, Instant proposedAt, String endedBy, Instant endedAt) {}

    public Held hold(String id) {
        return holds.stream()
                .filter(held -> held.hold().id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
