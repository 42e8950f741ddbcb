package lockstep.evidence.spill;

import java.time.Instant;
import java.util.UUID;

/**
 * One exhibit that a spill froze.
 *
 * @param from by way of which exhibit; null: it is the one in which it was found
 * @param endedAt null: it is frozen still
 */
public record Frozen(UUID spillId, UUID exhibitId, Because because, UUID from, State state, Instant endedAt) {

    /** Why it was frozen. */
    public enum Because {
        FOUND,
        /** It was unpacked from what was spilled. */
        PART,
        /** It is a redacted copy of what was spilled: it has that marking until somebody has looked. */
        COPY,
        SAME_BYTES,
        /** What was spilled was unpacked from it or redacted from it. */
        CONTAINS
    }

    /** What became of it. */
    public enum State {
        FROZEN,
        CORRECTED,
        PURGED
    }
}
