package lockstep.evidence.retention;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import org.jboss.logging.Logger;

/** Frees the room of bytes that nobody can open any more, on any number of replicas. */
@ApplicationScoped
public class RemoveBytes {
    private static final Logger LOG = Logger.getLogger(RemoveBytes.class);
    private static final SystemActor JOB = new SystemActor("remove-bytes", Set.of());

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
        int now;
        do {
            now = Acting.as(JOB, some::remove);
            removed += now;
        } while (now > 0);
        if (removed > 0) {
            LOG.infof("removed the bytes of %d contents that were disposed of", removed);
        }
    }
}
