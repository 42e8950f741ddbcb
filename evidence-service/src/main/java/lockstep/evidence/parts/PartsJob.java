package lockstep.evidence.parts;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import lockstep.auth.Actor;
import lockstep.auth.SystemActor;
import lockstep.evidence.intake.Senders;
import lockstep.evidence.parts.Openings.Taken;
import lockstep.kit.acting.Acting;
import org.jboss.logging.Logger;

/**
 * Opens what waits, a few at a time on any number of replicas, each on a thread and in a process of its own: a container
 * that takes long keeps its place and nothing else. What a killed process was at is taken over when its lease has run out.
 */
@ApplicationScoped
public class PartsJob {
    private static final Logger LOG = Logger.getLogger(PartsJob.class);
    private static final String JOB = "open-parts";
    /** A container that ends the service itself is not tried for ever. */
    private static final int MOST_ATTEMPTS = 5;

    private final PartsSteps steps;
    private final ReadContainer reading;
    private final Senders senders;
    private final PartsSettings settings;
    private final Semaphore places;

    PartsJob(PartsSteps steps, ReadContainer reading, Senders senders, PartsSettings settings) {
        this.steps = steps;
        this.reading = reading;
        this.senders = senders;
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce());
    }

    /** Begins what there is place for, and waits for none of it. */
    @Scheduled(
            identity = JOB,
            every = "${lockstep.parts.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        while (places.tryAcquire()) {
            UUID token = UUID.randomUUID();
            Optional<Taken> taken = Optional.empty();
            try {
                taken = Acting.as(new SystemActor(JOB, Set.of()), () -> steps.take(token));
            } finally {
                if (taken.isEmpty()) {
                    places.release();
                }
            }
            if (taken.isEmpty()) {
                return;
            }
            Taken one = taken.get();
            Thread.ofVirtual().name(JOB).start(() -> open(one, token));
        }
    }

    private void open(Taken taken, UUID token) {
        try {
            String refused = taken.attempts() > MOST_ATTEMPTS ? "given-up" : read(taken, token);
            Acting.as(system(taken), () -> {
                steps.settle(taken.batchId(), token, refused);
                return null;
            });
        } catch (LeaseLost anotherOne) {
            LOG.infof("batch %s is opened by another replica", taken.batchId());
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "batch %s was not opened; it is tried again", taken.batchId());
        } finally {
            places.release();
        }
    }

    private String read(Taken taken, UUID token) {
        Actor by = senders.again(taken.askedBy(), taken.askedAccount(), taken.owner(), taken.clearance());
        Lease lease = new Lease(
                settings.lease().dividedBy(4),
                () -> Acting.as(system(taken), () -> steps.renew(taken.batchId(), token)));
        return Acting.asActor(by, () -> reading.read(taken.batchId(), by, lease));
    }

    private static SystemActor system(Taken taken) {
        return new SystemActor(JOB, Set.of(taken.batchId(), taken.caseId()));
    }
}
