package lockstep.listing.decision;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import lockstep.kit.acting.DueWork;
import org.jboss.logging.Logger;

/** Looks every half second for rounds at their deadline and windows at their end; safe on any number of replicas. */
@ApplicationScoped
public class CloseRoundsJob {
    private static final String JOB = "close-rounds";
    private static final DueWork WORK =
            new DueWork(JOB, Logger.getLogger(CloseRoundsJob.class), "the deadline of package %s was not handled");

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
        WORK.each(due::deadlines, due::claims, closing::close);
    }
}
