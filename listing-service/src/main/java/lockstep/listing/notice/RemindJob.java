package lockstep.listing.notice;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import org.jboss.logging.Logger;

/** Reminds of deadlines that come near; safe on any number of replicas, because a notice exists once. */
@ApplicationScoped
public class RemindJob {
    private static final Logger LOG = Logger.getLogger(RemindJob.class);
    /** The name by which the database lets it remind. */
    private static final String JOB = "reminders";

    private final Tell tell;

    RemindJob(Tell tell) {
        this.tell = tell;
    }

    @Scheduled(
            identity = JOB,
            every = "${lockstep.reminders.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        for (Reminding its : Reminding.values()) {
            try {
                Acting.as(new SystemActor(JOB, Set.of()), () -> tell.ofNearDeadlines(its));
            } catch (RuntimeException failed) {
                // One kind that fails must not keep the others back; it is tried again at the next run.
                LOG.errorf(failed, "nobody was reminded of %s", its.kind());
            }
        }
    }
}
