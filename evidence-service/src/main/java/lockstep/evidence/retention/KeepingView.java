package lockstep.evidence.retention;

import java.time.Instant;
import java.util.List;
import lockstep.evidence.exhibit.AllowedAction;

/**
 * How long an exhibit is kept, and what its reader may do about it.
 *
 * @param retainUntil by the programmes under which it was relied on; null: by none
 * @param disposal the latest; null: none was ever proposed
 * @param unread its reader answers for it without reading it, and is told no reason that anybody wrote
 */
public record KeepingView(
        Instant retainUntil, List<Hold> holds, Disposal disposal, List<AllowedAction> allowedActions, boolean unread) {

    /** A hold, and whether its reader may lift it. */
    public record Hold(LegalHold hold, boolean mayLift) {}

    KeepingView unreadOutline() {
        return new KeepingView(
                retainUntil,
                holds.stream()
                        .map(one -> new Hold(one.hold().outline(), one.mayLift()))
                        .toList(),
                disposal == null ? null : disposal.outline(),
                allowedActions,
                true);
    }
}
