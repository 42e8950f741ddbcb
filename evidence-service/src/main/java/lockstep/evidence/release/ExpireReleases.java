package lockstep.evidence.release;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import lockstep.kit.acting.DueWork;
import org.jboss.logging.Logger;

/** Writes down which releases have run out; nobody could read by them any more since the instant itself. */
@ApplicationScoped
public class ExpireReleases {
    private static final String JOB = "expire-releases";
    private static final DueWork WORK =
            new DueWork(JOB, Logger.getLogger(ExpireReleases.class), "the end of a release was not written down: %s");

    private final ExpireRelease expire;

    ExpireReleases(ExpireRelease expire) {
        this.expire = expire;
    }

    @Scheduled(
            identity = JOB,
            every = "${lockstep.expire-releases.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        WORK.each(expire::due, due -> Set.of(due.requestId(), due.caseId()), due -> expire.expire(due.requestId()));
    }
}
