package lockstep.listing.publication;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import lockstep.kit.acting.DueWork;
import lockstep.listing.decision.DuePackages;
import org.jboss.logging.Logger;

/** Looks every half second for packages and embargo groups whose moment has come; safe on any number of replicas. */
@ApplicationScoped
public class ReleaseJob {
    private static final String JOB = "release";
    private static final DueWork WORK = new DueWork(JOB, Logger.getLogger(ReleaseJob.class), "%s was not released");

    private final DuePackages due;
    private final ReleasePackage releasing;
    private final ReleaseGroup together;

    ReleaseJob(DuePackages due, ReleasePackage releasing, ReleaseGroup together) {
        this.due = due;
        this.releasing = releasing;
        this.together = together;
    }

    @Scheduled(
            identity = JOB,
            every = "${lockstep.release.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        WORK.each(due::embargoes, due::claimsOfEmbargo, together::release);
        WORK.each(due::releases, due::claims, releasing::release);
    }
}
