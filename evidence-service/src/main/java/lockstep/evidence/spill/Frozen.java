package lockstep.evidence.spill;

import java.time.Instant;
import java.util.UUID;

/**
 * One exhibit that a spill froze.
 *
 * @param from by way of which exhibit; null: it is the one in which it was found
 * @param endedAt null: it is frozen still
 */
public record Frozen(UUID spillId, UUID exhibitId, SpillCause because, UUID from, SpillState state, Instant endedAt) {}
