package lockstep.evidence.spill;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import lockstep.auth.Marking;

/**
 * How two persons of the originator end a freeze.
 *
 * @param marking to correct by; null: it is purged
 * @param proposer who that is, by id
 * @param endedBy null: it is proposed
 */
public record Settlement(
        UUID id,
        SettlementKind kind,
        SettlementState state,
        String reason,
        Marking marking,
        @JsonIgnore String proposer,
        String proposedBy,
        Instant proposedAt,
        String endedBy,
        Instant endedAt) {

    Settlement outline() {
        return new Settlement(id, kind, state, null, null, proposer, proposedBy, proposedAt, endedBy, endedAt);
    }
}
