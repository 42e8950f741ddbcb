package lockstep.listing.notice;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;

/** Mails the notices that wait; on any number of replicas each is mailed by one. */
@ApplicationScoped
public class MailJob {
    /** The name by which the database lets it read addresses. */
    private static final String JOB = "mail";

    private static final int AT_ONCE = 200;

    private final DeliverNotice delivering;
    private final MailSettings settings;

    MailJob(DeliverNotice delivering, MailSettings settings) {
        this.delivering = delivering;
        this.settings = settings;
    }

    @Scheduled(
            identity = JOB,
            every = "${lockstep.mail-job.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        Acting.as(new SystemActor(JOB, Set.of()), () -> {
            if (settings.host().isPresent()) {
                deliver();
            } else {
                delivering.nowhere();
            }
            return null;
        });
    }

    private void deliver() {
        int done = 0;
        while (done < AT_ONCE && delivering.next()) {
            done++;
        }
    }
}
