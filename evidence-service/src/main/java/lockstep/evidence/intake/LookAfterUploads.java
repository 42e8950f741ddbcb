package lockstep.evidence.intake;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.SystemActor;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.storage.BlobStore;
import lockstep.kit.acting.Acting;
import org.jboss.logging.Logger;

/**
 * Registers what had come in whole when its process died, and drops what nobody went on with; safe on any number of
 * replicas.
 */
@ApplicationScoped
public class LookAfterUploads {
    private static final Logger LOG = Logger.getLogger(LookAfterUploads.class);
    private static final String EXPIRE = "expire-uploads";
    private static final int AT_ONCE = 500;
    /** Longer than any transaction that could still extend what has just expired. */
    private static final Duration AFTER_EXPIRY = Duration.ofHours(1);

    private final FinishUpload finish;
    private final EndUpload end;
    private final LeftUploads left;
    private final BlobStore store;
    private final IntakeSettings settings;
    private final Senders senders;

    public LookAfterUploads(
            FinishUpload finish,
            EndUpload end,
            LeftUploads left,
            BlobStore store,
            IntakeSettings settings,
            Senders senders) {
        this.finish = finish;
        this.end = end;
        this.left = left;
        this.store = store;
        this.settings = settings;
        this.senders = senders;
    }

    @Scheduled(
            identity = "look-after-uploads",
            every = "${lockstep.intake.look-after-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void run() {
        finishWhole();
        dropExpired();
        store.dropPartial(settings.kept().plus(AFTER_EXPIRY));
    }

    /** In the name of whoever sent it, and with the rights that this person has now. */
    private void finishWhole() {
        for (LeftUploads.Whole whole :
                Acting.as(new SystemActor(FinishUpload.JOB, Set.of()), () -> left.whole(AT_ONCE))) {
            Actor sender = senders.again(whole.createdBy(), whole.createdAccount(), whole.owner(), whole.clearance());
            try {
                Acting.asActor(sender, () -> finish.finish(whole.id(), whole.caseId(), sender));
            } catch (ExhibitRefused refused) {
                LOG.infof("upload %s is no exhibit: %s", whole.id(), refused.reason());
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "upload %s was not finished", whole.id());
            }
        }
    }

    private void dropExpired() {
        for (LeftUploads.Expired expired : Acting.as(new SystemActor(EXPIRE, Set.of()), () -> left.expired(AT_ONCE))) {
            SystemActor job = new SystemActor(EXPIRE, Set.of(expired.id(), expired.caseId()));
            try {
                UUID blob = Acting.as(job, () -> end.expire(expired.id()));
                if (blob != null) {
                    store.discard(blob);
                }
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "upload %s has not expired", expired.id());
            }
        }
    }
}
