package lockstep.evidence.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import lockstep.evidence.storage.BlobStore;
import lockstep.kit.db.Sql;

/** A few blobs whose keys are destroyed, in one transaction: if it fails, their bytes are removed once more. */
@ApplicationScoped
class RemoveSomeBytes {
    private static final int AT_ONCE = 20;

    private final BlobStore store;
    private final Sql sql;
    private final InstantSource clock;

    RemoveSomeBytes(BlobStore store, Sql sql, InstantSource clock) {
        this.store = store;
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional
    int remove() {
        List<UUID> blobs = sql.rows("select * from blobs_to_remove(?)", row -> row.getObject(1, UUID.class), AT_ONCE);
        for (UUID blob : blobs) {
            store.dispose(blob);
            sql.rows("select blob_removed(?, ?)", row -> row, blob, clock.instant());
        }
        return blobs.size();
    }
}
