package lockstep.evidence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.KeepContent;
import lockstep.evidence.exhibit.MediaTypes;
import lockstep.evidence.exhibit.RegisterExhibit;
import lockstep.evidence.storage.BlobStore;
import lockstep.evidence.storage.SealedBytes;
import lockstep.kit.journal.Journal;

/** Makes an exhibit of what has come in whole, or writes down why it is none. */
@ApplicationScoped
class RegisterUpload {
    private final Batches batches;
    private final RegisterExhibit register;
    private final KeepContent keep;
    private final BlobStore store;
    private final Quota quota;
    private final EntityManager entities;
    private final Journal journal;

    RegisterUpload(
            Batches batches,
            RegisterExhibit register,
            KeepContent keep,
            BlobStore store,
            Quota quota,
            EntityManager entities,
            Journal journal) {
        this.batches = batches;
        this.register = register;
        this.keep = keep;
        this.store = store;
        this.quota = quota;
        this.entities = entities;
        this.journal = journal;
    }

    /** In one transaction with all that is journalled of it; whoever comes second finds it done. */
    @Transactional
    CreateUpload.Registered register(UUID id, Actor by) {
        Upload upload = locked(id);
        if (upload == null) {
            throw new ExhibitRefused(Reason.NOT_FOUND);
        }
        if (!upload.toBeRegistered()) {
            return new CreateUpload.Registered(upload, true);
        }
        Batches.Seen seen =
                batches.seenBy(by, upload.batchId()).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        SealedBytes sealed = store.whole(upload.partial());
        String detected = MediaTypes.detect(sealed.head()).orElse(null);
        ExhibitVersion first = register.register(seen.inCase(), seen.batch().describe(upload, detected), by);
        ExhibitVersion held = keep.keepFirst(first, sealed, detected, by).version();
        upload.accept(first.exhibit().id());
        return new CreateUpload.Registered(upload, held.blobId().equals(upload.blobId()));
    }

    /** As the system, if it is not over already: whoever sent it may see nothing of the case any more. */
    @Transactional
    void fail(UUID id, String reason) {
        Upload upload = locked(id);
        if (upload.state() == UploadState.RECEIVING) {
            upload.fail(reason);
            quota.giveBack(upload);
            journal.append(BatchEvents.failed(entities.find(Batch.class, upload.batchId()), upload));
        }
    }

    private Upload locked(UUID id) {
        return entities.find(Upload.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
}
