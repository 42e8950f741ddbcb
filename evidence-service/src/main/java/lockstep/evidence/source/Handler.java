package lockstep.evidence.source;

import java.time.Instant;
import java.util.UUID;

/** A person who handles a source; {@code confirmedAt} null: named only, {@code endedAt} not null: no more. */
public record Handler(
        UUID id,
        String sub,
        String account,
        String namedBy,
        String namedAccount,
        Instant namedAt,
        String confirmedAccount,
        Instant confirmedAt,
        String endedAccount,
        Instant endedAt) {

    boolean handles() {
        return confirmedAt != null && endedAt == null;
    }

    boolean waits() {
        return confirmedAt == null && endedAt == null;
    }
}
