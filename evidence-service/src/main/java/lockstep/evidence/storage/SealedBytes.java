package lockstep.evidence.storage;

import java.util.UUID;

/**
 * What {@link BlobStore#seal} has written: complete, flushed to disk, but not yet kept under its name.
 *
 * @param head the first bytes of the plain content, at most 4 KiB, for telling what it is
 */
public record SealedBytes(UUID blob, String sha256, long size, int pieceSize, byte[] wrappedKey, byte[] head) {}
