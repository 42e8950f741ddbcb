package lockstep.listing.publication;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import lockstep.kit.acting.DueWork;
import org.jboss.logging.Logger;

/** Looks for listings whose time is over; safe on any number of replicas. */
@ApplicationScoped
public class LapseJob {
    /** The name by which the database lets a listing be written. */
    private static final String JOB = "release";

    private static final DueWork WORK =
            new DueWork(JOB, Logger.getLogger(LapseJob.class), "a listing did not lapse: %s");

    private final LapseListing lapsing;

    LapseJob(LapseListing lapsing) {
        this.lapsing = lapsing;
    }

    void begin(@Observes StartupEvent started) {
        Acting.as(new SystemActor(JOB, Set.of()), () -> {
            lapsing.giveTerms();
            return null;
        });
    }

    @Scheduled(
            identity = "lapse",
            every = "${lockstep.release.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        Acting.as(new SystemActor(JOB, Set.of()), () -> {
            lapsing.extend();
            return null;
        });
        WORK.each(lapsing::due, due -> Set.of(due.proposalId(), due.caseId()), lapsing::lapse);
    }
}
