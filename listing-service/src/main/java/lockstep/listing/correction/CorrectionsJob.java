package lockstep.listing.correction;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import lockstep.listing.decision.DuePackages;
import org.jboss.logging.Logger;

/** Looks every half second for corrections whose tacit period is over; safe on any number of replicas. */
@ApplicationScoped
public class CorrectionsJob {
    private static final Logger LOG = Logger.getLogger(CorrectionsJob.class);
    private static final String JOB = "take-in-corrections";

    private final CorrectionQueries queries;
    private final DuePackages due;
    private final TakeInCorrections taking;

    CorrectionsJob(CorrectionQueries queries, DuePackages due, TakeInCorrections taking) {
        this.queries = queries;
        this.due = due;
        this.taking = taking;
    }

    @Scheduled(
            identity = JOB,
            every = "${lockstep.corrections.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        List<UUID> packages = Acting.as(new SystemActor(JOB, Set.of()), queries::due);
        for (UUID id : packages) {
            SystemActor job = new SystemActor(JOB, Acting.as(new SystemActor(JOB, Set.of()), () -> due.claims(id)));
            try {
                Acting.as(job, () -> {
                    taking.takeIn(id, job);
                    return null;
                });
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "the corrections in package %s were not taken in", id);
            }
        }
    }
}
