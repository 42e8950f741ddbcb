package lockstep.evidence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.SystemActor;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.storage.BlobStore;
import lockstep.evidence.storage.ContentDamaged;
import lockstep.kit.acting.Acting;
import org.jboss.logging.Logger;

/** Finishes an upload that has come in whole: as an exhibit, or as failed with the reason; can be called again and again. */
@ApplicationScoped
public class FinishUpload {
    private static final Logger LOG = Logger.getLogger(FinishUpload.class);
    static final String JOB = "finish-uploads";

    private final RegisterUpload registering;
    private final BlobStore store;

    public FinishUpload(RegisterUpload registering, BlobStore store) {
        this.registering = registering;
        this.store = store;
    }

    Upload finish(Upload upload, Actor by) {
        return finish(upload.id(), upload.caseId(), by);
    }

    public Upload finish(UUID id, UUID caseId, Actor by) {
        try {
            CreateUpload.Registered done = registering.register(id, by);
            if (!done.bytesHeld()) {
                store.discard(done.upload().blobId());
            }
            return done.upload();
        } catch (ExhibitRefused refused) {
            failed(id, caseId, refused.reason());
            throw refused;
        } catch (ContentDamaged damaged) {
            throw damaged(id, caseId, damaged);
        }
    }

    /** Pieces that had been made safe are not there any more: nothing can be gone on with. */
    ExhibitRefused damaged(Upload upload, ContentDamaged damaged) {
        return damaged(upload.id(), upload.caseId(), damaged);
    }

    private ExhibitRefused damaged(UUID id, UUID caseId, ContentDamaged damaged) {
        LOG.errorf(damaged, "upload %s", id);
        failed(id, caseId, Reason.CONTENT_DAMAGED);
        return new ExhibitRefused(Reason.CONTENT_DAMAGED, damaged);
    }

    private void failed(UUID id, UUID caseId, Reason reason) {
        Acting.as(new SystemActor(JOB, Set.of(id, caseId)), () -> {
            registering.fail(id, reason.kebab());
            return null;
        });
    }
}
