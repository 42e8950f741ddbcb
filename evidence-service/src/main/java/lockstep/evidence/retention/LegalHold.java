package lockstep.evidence.retention;

import java.time.Instant;
import java.util.UUID;

/** One agency's hold on an exhibit; {@code liftedAt} null: it stands. */
public record LegalHold(
        UUID id,
        String reason,
        String agency,
        String account,
        Instant since,
        String liftedBy,
        Instant liftedAt,
        String liftReason) {

    boolean stands() {
        return liftedAt == null;
    }
}
