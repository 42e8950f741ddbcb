package lockstep.evidence.scan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * What was found in content.
 *
 * @param reason why it isn't scanned (NOT_CONFIGURED, PENDING, UNREACHABLE, TOO_LARGE, DAMAGED,
 * KEY_MISSING), else empty
 * @param signature what it is infected with, by the scanner's name for it
 * @param engine the scanner and the age of its signatures
 * @param at null: not scanned, or before the exhibit was brought
 * @param override that lets it be opened unscanned, or null
 * @param opened whether it is opened by whoever sees it
 */
public record Scan(
        ScanState state,
        String reason,
        String signature,
        String engine,
        Instant at,
        Override override,
        boolean opened) {

    /**
     * Proposed by one person of the owner, confirmed by another.
     *
     * @param proposer who that is, by id
     * @param confirmedBy null: not yet
     */
    public record Override(
            String reason,
            @JsonIgnore String proposer,
            String proposedBy,
            Instant proposedAt,
            String confirmedBy,
            Instant confirmedAt) {}

    /** To an exhibit that is newer: that its bytes were known before is told to nobody. */
    public Scan since(Instant exhibit) {
        return at == null || !at.isBefore(exhibit)
                ? this
                : new Scan(state, reason, signature, engine, null, override, opened);
    }
}
