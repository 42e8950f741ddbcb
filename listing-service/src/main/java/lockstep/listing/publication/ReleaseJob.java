package lockstep.listing.publication;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import lockstep.listing.decision.DuePackages;
import org.jboss.logging.Logger;

/** Looks every half second for scheduled packages whose moment has come; safe on any number of replicas. */
@ApplicationScoped
public class ReleaseJob {
    private static final Logger LOG = Logger.getLogger(ReleaseJob.class);
    private static final String JOB = "release";

    private final DuePackages due;
    private final ReleasePackage releasing;

    ReleaseJob(DuePackages due, ReleasePackage releasing) {
        this.due = due;
        this.releasing = releasing;
    }

    @Scheduled(
            identity = JOB,
            every = "${lockstep.release.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        for (UUID id : Acting.as(new SystemActor(JOB, Set.of()), due::releases)) {
            SystemActor job = new SystemActor(JOB, Acting.as(new SystemActor(JOB, Set.of()), () -> due.claims(id)));
            try {
                Acting.as(job, () -> {
                    releasing.release(id, job);
                    return null;
                });
            } catch (RuntimeException failed) {
                // One package that fails must not keep the others back; this one is tried again at the next run.
                LOG.errorf(failed, "package %s was not released", id);
            }
        }
    }
}
