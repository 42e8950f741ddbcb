package lockstep.listing.publication;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.DueWork;
import lockstep.listing.decision.AskQuotable;
import lockstep.listing.decision.DuePackages;
import lockstep.listing.decision.Quotable;
import org.jboss.logging.Logger;

/** Looks every half second for packages and embargo groups whose moment has come; safe on any number of replicas. */
@ApplicationScoped
public class ReleaseJob {
    private static final String JOB = "release";
    private static final DueWork WORK = new DueWork(JOB, Logger.getLogger(ReleaseJob.class), "%s was not released");

    private final DuePackages due;
    private final ReleasePackage releasing;
    private final ReleaseGroup together;
    private final AskQuotable asking;

    ReleaseJob(DuePackages due, ReleasePackage releasing, ReleaseGroup together, AskQuotable asking) {
        this.due = due;
        this.releasing = releasing;
        this.together = together;
        this.asking = asking;
    }

    @Scheduled(
            identity = JOB,
            every = "${lockstep.release.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        WORK.each(due::embargoes, due::claimsOfEmbargo, (id, job) -> together.release(id, members(id, job), job));
        WORK.each(due::releases, due::claims, (id, job) -> releasing.release(id, asking.forJob(id, job), job));
    }

    private Map<UUID, Quotable> members(UUID groupId, SystemActor job) {
        return together.packages(groupId).stream()
                .collect(Collectors.toMap(Function.identity(), id -> asking.forJob(id, job)));
    }
}
