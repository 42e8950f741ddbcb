package lockstep.listing.decision;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import lockstep.kit.acting.DueWork;
import lockstep.listing.evidence.Evidence;
import org.jboss.logging.Logger;

/**
 * Looks every half second for rounds at their deadline and windows at their end; safe on any number of replicas. What a silent
 * seat can't open is asked first: while evidence-service doesn't answer, no round is closed over anybody's silence.
 */
@ApplicationScoped
public class CloseRoundsJob {
    private static final String JOB = "close-rounds";
    private static final DueWork WORK =
            new DueWork(JOB, Logger.getLogger(CloseRoundsJob.class), "the deadline of package %s was not handled");

    private final DuePackages due;
    private final CloseAtDeadline closing;
    private final SeatAccess access;
    private final Evidence evidence;

    CloseRoundsJob(DuePackages due, CloseAtDeadline closing, SeatAccess access, Evidence evidence) {
        this.due = due;
        this.closing = closing;
        this.access = access;
        this.evidence = evidence;
    }

    @Scheduled(
            identity = JOB,
            every = "${lockstep.close-rounds.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        WORK.each(due::deadlines, due::claims, (id, job) -> {
            var question = access.ofSilent(id, job);
            closing.close(id, evidence.refused(question.readers(), question.exhibits(), question.cases()), job);
        });
    }
}
