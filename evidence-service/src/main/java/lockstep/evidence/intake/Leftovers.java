package lockstep.evidence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import lockstep.evidence.storage.BlobStore;
import lockstep.evidence.storage.Blobs;
import lockstep.kit.db.ReadOnly;
import org.jboss.logging.Logger;

/** Drops sealed bytes for which no row has been committed; in doubt they stay, for a file too many harms nobody. */
@ApplicationScoped
public class Leftovers {
    private static final Logger LOG = Logger.getLogger(Leftovers.class);

    private final Blobs blobs;
    private final BlobStore store;

    public Leftovers(Blobs blobs, BlobStore store) {
        this.blobs = blobs;
        this.store = store;
    }

    /** Asks the database rather than the outcome of the transaction: a lost answer to a commit is no rollback. */
    @ReadOnly
    public void dropUnlessHeld(UUID blob) {
        try {
            if (!blobs.there(blob)) {
                store.discard(blob);
            }
        } catch (RuntimeException unknown) {
            LOG.warnf(unknown, "sealed bytes %s may be left without a row", blob);
        }
    }
}
