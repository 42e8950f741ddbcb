package lockstep.evidence.exhibit;

import java.time.Instant;
import java.util.UUID;

/** Sealed bytes as a version holds them; {@code detectedMediaType} is null where the first bytes tell nothing. */
record Content(UUID blobId, String sha256, long size, String detectedMediaType, Instant heldAt) {}
