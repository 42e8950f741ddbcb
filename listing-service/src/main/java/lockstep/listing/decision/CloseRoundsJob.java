package lockstep.listing.decision;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import org.jboss.logging.Logger;

/** Looks every half second for rounds at their deadline and windows at their end; safe on any number of replicas. */
@ApplicationScoped
public class CloseRoundsJob {
    private static final Logger LOG = Logger.getLogger(CloseRoundsJob.class);
    private static final String JOB = "close-rounds";

    private final DuePackages due;
    private final CloseAtDeadline closing;

    CloseRoundsJob(DuePackages due, CloseAtDeadline closing) {
        this.due = due;
        this.closing = closing;
    }

    @Scheduled(
            identity = JOB,
            every = "${lockstep.close-rounds.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        for (UUID id : Acting.as(new SystemActor(JOB, Set.of()), due::deadlines)) {
            SystemActor job = new SystemActor(JOB, Acting.as(new SystemActor(JOB, Set.of()), () -> due.claims(id)));
            try {
                Acting.as(job, () -> {
                    closing.close(id, job);
                    return null;
                });
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "the deadline of package %s was not handled", id);
            }
        }
    }
}
