package lockstep.listing.publication;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import lockstep.listing.decision.DuePackages;
import org.jboss.logging.Logger;

/** Looks every half second for packages and embargo groups whose moment has come; safe on any number of replicas. */
@ApplicationScoped
public class ReleaseJob {
    private static final Logger LOG = Logger.getLogger(ReleaseJob.class);
    private static final String JOB = "release";

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
        each(due::embargoes, due::claimsOfEmbargo, together::release);
        each(due::releases, due::claims, releasing::release);
    }

    private static void each(
            Supplier<List<UUID>> which, Function<UUID, Set<UUID>> claims, BiConsumer<UUID, SystemActor> release) {
        SystemActor looking = new SystemActor(JOB, Set.of());
        for (UUID id : Acting.as(looking, which::get)) {
            SystemActor job = new SystemActor(JOB, Acting.as(looking, () -> claims.apply(id)));
            try {
                Acting.as(job, () -> {
                    release.accept(id, job);
                    return null;
                });
            } catch (RuntimeException failed) {
                // One that fails must not keep the others back; this one is tried again at the next run.
                LOG.errorf(failed, "%s was not released", id);
            }
        }
    }
}
