package lockstep.evidence.intake;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import lockstep.evidence.storage.BlobStore;
import org.jboss.logging.Logger;

/** Drops what a process that was killed in mid-upload has left: sealed beginnings whose key was never written down. */
@ApplicationScoped
public class AbandonedUploads {
    private static final Logger LOG = Logger.getLogger(AbandonedUploads.class);
    /** Nothing is read from a client that has sent nothing for a minute, so an upload under way is never this still. */
    private static final Duration STILL = Duration.ofHours(1);

    private final BlobStore store;

    public AbandonedUploads(BlobStore store) {
        this.store = store;
    }

    @Scheduled(
            identity = "abandoned-uploads",
            every = "${lockstep.storage.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        int dropped = store.dropUnfinished(STILL);
        if (dropped > 0) {
            LOG.infof("dropped %d uploads that had broken off with their process", dropped);
        }
    }
}
