package lockstep.listing.decision;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import lockstep.kit.acting.DueWork;
import lockstep.listing.evidence.Evidence;
import org.jboss.logging.Logger;

/** While a round is live: whether its seats can still open what a release no longer opens; safe on any number of replicas. */
@ApplicationScoped
public class SeatAccessJob {
    private static final String JOB = "seat-access";
    private static final DueWork WORK =
            new DueWork(JOB, Logger.getLogger(SeatAccessJob.class), "the seats of package %s were not asked about");

    private final DuePackages due;
    private final SeatAccess access;
    private final Evidence evidence;

    SeatAccessJob(DuePackages due, SeatAccess access, Evidence evidence) {
        this.due = due;
        this.access = access;
        this.evidence = evidence;
    }

    @Scheduled(
            identity = JOB,
            every = "${lockstep.seat-access.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        WORK.each(due::accessQuestions, due::claims, (id, job) -> {
            var question = access.ofSilent(id, job);
            access.note(id, evidence.refused(question.readers(), question.exhibits(), question.cases()), job);
        });
    }
}
