package lockstep.evidence.release;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import lockstep.auth.SystemActor;
import lockstep.evidence.release.ExpireRelease.Due;
import lockstep.kit.acting.Acting;
import org.jboss.logging.Logger;

/** Writes down which releases have run out; nobody could read by them any more since the instant itself. */
@ApplicationScoped
public class ExpireReleases {
    private static final Logger LOG = Logger.getLogger(ExpireReleases.class);
    private static final String JOB = "expire-releases";

    private final ExpireRelease expire;

    ExpireReleases(ExpireRelease expire) {
        this.expire = expire;
    }

    @Scheduled(
            identity = JOB,
            every = "${lockstep.expire-releases.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        for (Due due : Acting.as(new SystemActor(JOB, Set.of()), expire::due)) {
            try {
                Acting.as(new SystemActor(JOB, Set.of(due.requestId(), due.caseId())), () -> {
                    expire.expire(due.requestId());
                    return null;
                });
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "the end of release %s was not written down", due.requestId());
            }
        }
    }
}
