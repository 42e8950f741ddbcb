package lockstep.evidence.custody;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.SystemActor;
import lockstep.evidence.integrity.Verifications.Holder;
import lockstep.evidence.storage.Damage;
import lockstep.evidence.storage.KeyMissing;
import lockstep.evidence.storage.WrapKeysJob;
import lockstep.kit.acting.Acting;
import org.jboss.logging.Logger;

/**
 * The scrubber: verifies all stored content in turn, on any number of replicas. What can't be judged, because a key is
 * missing or the store doesn't answer, is left as it was known.
 */
@ApplicationScoped
public class VerifyJob {
    private static final Logger LOG = Logger.getLogger(VerifyJob.class);
    private static final String JOB = "scrub";

    private final VerifyContent verifying;
    private final WrapKeysJob keys;

    VerifyJob(VerifyContent verifying, WrapKeysJob keys) {
        this.verifying = verifying;
        this.keys = keys;
    }

    @Scheduled(
            identity = JOB,
            every = "${lockstep.scrub.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        UUID token = UUID.randomUUID();
        Optional<UUID> due = take(token);
        while (due.isPresent()) {
            verify(due.get(), token);
            due = take(token);
        }
    }

    /** Whoever has just found damage has it looked at, so that it is told to whom it concerns. */
    void soon(UUID blob) {
        Acting.as(looking(), () -> {
            verifying.soon(blob);
            return null;
        });
    }

    private static SystemActor looking() {
        return new SystemActor(JOB, Set.of());
    }

    private Optional<UUID> take(UUID token) {
        return Acting.as(looking(), () -> verifying.take(token));
    }

    private void verify(UUID blob, UUID token) {
        List<Holder> holders = Acting.as(looking(), () -> verifying.holders(blob));
        Set<UUID> claims = new HashSet<>();
        holders.forEach(holder -> {
            claims.add(holder.ref().exhibitId());
            claims.add(holder.caseId());
        });
        Acting.as(new SystemActor(JOB, claims), () -> {
            verifyClaimed(blob, token, holders);
            return null;
        });
    }

    private Optional<Damage> looked(UUID blob, UUID token) {
        return verifying.verify(verifying.blob(blob), () -> verifying.renew(blob, token), verifying.beside(blob));
    }

    private void verifyClaimed(UUID blob, UUID token, List<Holder> holders) {
        try {
            Optional<Damage> found = looked(blob, token);
            if (found.filter(Damage.KEY::equals).isPresent()) {
                // Before a data key is called damaged, what wraps it must be known to be the right one.
                keys.check();
                found = looked(blob, token);
            }
            found.ifPresent(damage -> LOG.errorf("blob %s is damaged: %s", blob, damage));
            verifying.settle(blob, token, found, holders);
        } catch (KeyMissing | VerifyContent.NotThisStore unknown) {
            LOG.warnf("blob %s could not be verified: %s", blob, unknown.getMessage());
            verifying.leave(blob, token);
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "blob %s could not be verified", blob);
            verifying.leave(blob, token);
        }
    }
}
