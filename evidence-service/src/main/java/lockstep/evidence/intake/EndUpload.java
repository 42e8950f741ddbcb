package lockstep.evidence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.kit.journal.Journal;

/** Ends an upload without an exhibit, or takes up one that had ended so. */
@ApplicationScoped
public class EndUpload {
    private final UploadSteps steps;
    private final Quota quota;
    private final EntityManager entities;
    private final Journal journal;
    private final InstantSource clock;

    public EndUpload(UploadSteps steps, Quota quota, EntityManager entities, Journal journal, InstantSource clock) {
        this.steps = steps;
        this.quota = quota;
        this.entities = entities;
        this.journal = journal;
        this.clock = clock;
    }

    /** By its sender's will; the blob that can now be dropped. */
    @Transactional
    public UUID terminate(UUID id, Actor by) {
        Upload upload = steps.lockedMine(id, by);
        boolean counted = upload.state() == UploadState.RECEIVING;
        upload.terminate();
        if (counted) {
            quota.giveBack(upload);
        }
        journal.append(BatchEvents.terminated(entities.find(Batch.class, upload.batchId()), upload));
        return upload.blobId();
    }

    /** Because nobody went on with it; the blob that can now be dropped, or null if another one was quicker. */
    @Transactional
    UUID expire(UUID id) {
        Upload upload = entities.find(Upload.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (upload.state() != UploadState.RECEIVING || upload.expiresAt().isAfter(clock.instant())) {
            return null;
        }
        upload.expire();
        quota.giveBack(upload);
        return upload.blobId();
    }

    /** What came in whole and could not be registered is to be registered now. */
    @Transactional
    public Upload retry(UUID id, Actor by) {
        Upload upload = steps.lockedMine(id, by);
        upload.retry(clock.instant());
        if (!quota.take(upload.caseId(), upload.owner(), upload.length())) {
            throw new ExhibitRefused(Reason.CASE_FULL);
        }
        return upload;
    }
}
