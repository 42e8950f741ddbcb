package lockstep.evidence.custody;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.SystemActor;
import lockstep.evidence.scan.Antivirus;
import lockstep.evidence.scan.Scans.Due;
import lockstep.kit.acting.Acting;
import org.jboss.logging.Logger;

/** Has everything scanned that isn't yet, on any number of replicas; one that fails keeps nothing else waiting. */
@ApplicationScoped
public class ScanJob {
    private static final Logger LOG = Logger.getLogger(ScanJob.class);
    private static final String JOB = "scan";

    private final ScanContent scanning;
    private final Antivirus antivirus;

    ScanJob(ScanContent scanning, Antivirus antivirus) {
        this.scanning = scanning;
        this.antivirus = antivirus;
    }

    @Scheduled(
            identity = JOB,
            every = "${lockstep.scan.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        if (!antivirus.configured()) {
            return;
        }
        UUID token = UUID.randomUUID();
        List<Due> due;
        do {
            due = Acting.as(new SystemActor(JOB, Set.of()), () -> scanning.take(token));
            due.forEach(one -> scan(one, token));
        } while (!due.isEmpty());
    }

    private void scan(Due due, UUID token) {
        try {
            Acting.as(new SystemActor(JOB, Set.of(due.exhibitId(), due.caseId())), () -> {
                scanning.settle(due, token, scanning.scan(due, scanning.blob(due)));
                return null;
            });
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "exhibit %s version %d was not scanned", due.exhibitId(), due.version());
        }
    }
}
