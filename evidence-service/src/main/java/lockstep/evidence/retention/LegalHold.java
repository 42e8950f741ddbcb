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

    /** Without a word that anybody wrote. */
    LegalHold outline() {
        return new LegalHold(id, null, agency, account, since, liftedBy, liftedAt, null);
    }

    boolean stands() {
        return liftedAt == null;
    }
}
