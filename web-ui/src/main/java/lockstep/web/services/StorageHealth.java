package lockstep.web.services;

import java.time.Instant;
import java.util.List;

/** How whole what an agency has stored is; {@code oldest}: when that was verified which was not for longest. */
public record StorageHealth(long verified, long waiting, Instant oldest, List<DamagedBlob> damaged) {

    /** Stored content that is not what was sealed, by its name in the store. */
    public record DamagedBlob(String blobId, long size, ExhibitView.Integrity integrity) {}
}
