package lockstep.listing.correction;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import lockstep.kit.acting.DueWork;
import lockstep.listing.decision.DuePackages;
import org.jboss.logging.Logger;

/** Looks every half second for corrections whose tacit period is over; safe on any number of replicas. */
@ApplicationScoped
public class CorrectionsJob {
    private static final String JOB = "take-in-corrections";
    private static final DueWork WORK =
            new DueWork(JOB, Logger.getLogger(CorrectionsJob.class), "the corrections in package %s were not taken in");

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
        WORK.each(queries::due, due::claims, taking::takeIn);
    }
}
