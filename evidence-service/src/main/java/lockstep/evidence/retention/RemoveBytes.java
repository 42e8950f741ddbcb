package lockstep.evidence.retention;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import org.jboss.logging.Logger;

/** Frees the room of bytes that nobody can open any more, on any number of replicas. */
@ApplicationScoped
public class RemoveBytes {
    private static final Logger LOG = Logger.getLogger(RemoveBytes.class);
    private static final SystemActor JOB = new SystemActor("remove-bytes", Set.of());

    private static final UUID FIRST = new UUID(0, 0);

    private final RemoveSomeBytes some;

    RemoveBytes(RemoveSomeBytes some) {
        this.some = some;
    }

    @Scheduled(
            identity = "remove-bytes",
            every = "${lockstep.storage.remove-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        int removed = 0;
        UUID last = FIRST;
        while (last != null) {
            UUID after = last;
            RemoveSomeBytes.Removed some = Acting.as(JOB, () -> this.some.removeAfter(after));
            removed += some.blobs();
            last = some.last();
        }
        if (removed > 0) {
            LOG.infof("removed the bytes of %d contents that were disposed of", removed);
        }
    }
}
