package lockstep.evidence.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import lockstep.evidence.storage.BlobStore;
import lockstep.kit.db.Sql;
import org.jboss.logging.Logger;

/** A few blobs whose keys are destroyed, in one transaction: if it fails, their bytes are removed once more. */
@ApplicationScoped
class RemoveSomeBytes {
    private static final Logger LOG = Logger.getLogger(RemoveSomeBytes.class);
    private static final int AT_ONCE = 20;

    private final BlobStore store;
    private final Sql sql;
    private final InstantSource clock;

    RemoveSomeBytes(BlobStore store, Sql sql, InstantSource clock) {
        this.store = store;
        this.sql = sql;
        this.clock = clock;
    }

    /** {@code last}: after which to go on; null: there was none. */
    record Removed(UUID last, int blobs) {}

    /** What the store doesn't remove now is left to a later run. */
    @Transactional
    Removed removeAfter(UUID after) {
        List<UUID> blobs =
                sql.rows("select * from blobs_to_remove(?, ?)", row -> row.getObject(1, UUID.class), after, AT_ONCE);
        int removed = 0;
        for (UUID blob : blobs) {
            try {
                store.dispose(blob);
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "the bytes of content %s, which is disposed of, were not removed", blob);
                continue;
            }
            sql.rows("select blob_removed(?, ?)", row -> row, blob, clock.instant());
            removed++;
        }
        return new Removed(blobs.isEmpty() ? null : blobs.getLast(), removed);
    }
}
