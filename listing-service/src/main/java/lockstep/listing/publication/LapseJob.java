package lockstep.listing.publication;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import org.jboss.logging.Logger;

/** Looks for urgent listings whose time is over; safe on any number of replicas. */
@ApplicationScoped
public class LapseJob {
    private static final Logger LOG = Logger.getLogger(LapseJob.class);
    /** The name by which the database lets a listing be written. */
    private static final String JOB = "release";

    private final LapseListing lapsing;

    LapseJob(LapseListing lapsing) {
        this.lapsing = lapsing;
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
        for (LapseListing.Due due : Acting.as(new SystemActor(JOB, Set.of()), lapsing::due)) {
            SystemActor job = new SystemActor(JOB, Set.of(due.proposalId(), due.caseId()));
            try {
                Acting.as(job, () -> {
                    lapsing.lapse(due, job);
                    return null;
                });
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "listing %s did not lapse", due.id());
            }
        }
    }
}
