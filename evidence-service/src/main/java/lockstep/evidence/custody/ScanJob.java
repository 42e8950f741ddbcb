package lockstep.evidence.custody;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lockstep.auth.SystemActor;
import lockstep.evidence.scan.Antivirus;
import lockstep.evidence.scan.Found;
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
            due.stream().collect(Collectors.groupingBy(Due::blobId)).values().forEach(same -> scan(same, token));
        } while (!due.isEmpty());
    }

    /** One look for all that hold the same bytes. */
    private void scan(List<Due> same, UUID token) {
        Due first = same.getFirst();
        try {
            Found found = as(first, () -> scanning.scan(first, scanning.blob(first)));
            same.forEach(due -> as(due, () -> scanning.settle(due, token, found)));
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "exhibit %s version %d was not scanned", first.exhibitId(), first.version());
        }
    }

    private static <T> T as(Due due, Supplier<T> work) {
        return Acting.as(new SystemActor(JOB, Set.of(due.exhibitId(), due.caseId())), work::get);
    }
}
