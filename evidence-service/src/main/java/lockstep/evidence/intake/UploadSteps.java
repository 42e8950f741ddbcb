package lockstep.evidence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.access.Access;
import lockstep.evidence.access.CaseAccess;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.storage.Partial;
import lockstep.kit.db.ReadOnly;

/** The short transactions between which bytes come; an upload is its sender's alone. */
@ApplicationScoped
public class UploadSteps {
    private final EntityManager entities;
    private final Access access;
    private final IntakeSettings settings;
    private final InstantSource clock;

    public UploadSteps(EntityManager entities, Access access, IntakeSettings settings, InstantSource clock) {
        this.entities = entities;
        this.access = access;
        this.settings = settings;
        this.clock = clock;
    }

    /** To look at; for all but its sender there is none. */
    @ReadOnly
    public Upload mine(UUID id, Actor by) {
        return owned(entities.find(Upload.class, id), by);
    }

    /** What of it can be gone on with. */
    @ReadOnly
    public Upload underWay(UUID id, Actor by) {
        Upload upload = mine(id, by);
        if (upload.state() != UploadState.ACCEPTED) {
            upload.mustReceive(clock.instant());
        }
        return upload;
    }

    /** The same, locked until the caller's transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    Upload lockedMine(UUID id, Actor by) {
        return owned(locked(id), by);
    }

    @Transactional
    Upload take(UUID id, UUID token, long offset, Actor by) {
        Upload upload = lockedMine(id, by);
        Instant now = clock.instant();
        upload.take(token, offset, now, now.plus(settings.lease()));
        return upload;
    }

    @Transactional
    void renew(UUID id, UUID token) {
        Instant now = clock.instant();
        existing(locked(id)).renew(token, now, now.plus(settings.lease()));
    }

    @Transactional
    void checkpoint(UUID id, UUID token, Partial come) {
        Instant now = clock.instant();
        existing(locked(id)).checkpoint(token, come, now, now.plus(settings.lease()), now.plus(settings.kept()));
    }

    /** The last checkpoint of a request, which gives the lease back. */
    @Transactional
    Upload end(UUID id, UUID token, Partial come) {
        checkpoint(id, token, come);
        Upload upload = locked(id);
        upload.release(token);
        return upload;
    }

    @Transactional
    void release(UUID id, UUID token) {
        Upload upload = locked(id);
        if (upload != null) {
            upload.release(token);
        }
    }

    private Upload locked(UUID id) {
        return entities.find(Upload.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Upload owned(Upload upload, Actor by) {
        if (!existing(upload).createdBy().equals(by.sub())) {
            throw notFound();
        }
        CaseAccess inCase = access.of(by, upload.caseId());
        if (!inCase.inCase() || !inCase.participates()) {
            throw notFound();
        }
        return upload;
    }

    private static Upload existing(Upload upload) {
        if (upload == null) {
            throw notFound();
        }
        return upload;
    }

    private static ExhibitRefused notFound() {
        return new ExhibitRefused(Reason.NOT_FOUND);
    }
}
