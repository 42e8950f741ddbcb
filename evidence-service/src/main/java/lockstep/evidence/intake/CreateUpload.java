package lockstep.evidence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.Ids;
import lockstep.evidence.exhibit.KeepContent;
import lockstep.evidence.exhibit.MediaTypes;
import lockstep.evidence.exhibit.RegisterExhibit;
import lockstep.evidence.storage.BlobStore;
import lockstep.evidence.storage.Partial;
import lockstep.evidence.storage.SealedBytes;
import lockstep.kit.db.Sql;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;

/** Announces a file of a batch. What can't come in is written down with its reason, so that a batch tells all of it. */
@ApplicationScoped
public class CreateUpload {
    private static final Duration AGAIN = Duration.ofHours(1);

    private final Batches batches;
    private final RegisterExhibit register;
    private final KeepContent keep;
    private final BlobStore store;
    private final Quota quota;
    private final EntityManager entities;
    private final Sql sql;
    private final Journal journal;
    private final Attempt attempt;
    private final IntakeSettings settings;
    private final InstantSource clock;

    public CreateUpload(
            Batches batches,
            RegisterExhibit register,
            KeepContent keep,
            BlobStore store,
            Quota quota,
            EntityManager entities,
            Sql sql,
            Journal journal,
            Attempt attempt,
            IntakeSettings settings,
            InstantSource clock) {
        this.batches = batches;
        this.register = register;
        this.keep = keep;
        this.store = store;
        this.quota = quota;
        this.entities = entities;
        this.sql = sql;
        this.journal = journal;
        this.attempt = attempt;
        this.settings = settings;
        this.clock = clock;
    }

    /** The upload, which may have failed already: then nothing can be sent to it. */
    @Transactional
    public Upload create(UUID batchId, SentFile file, long length, Actor by) {
        Batch batch = open(batchId, by).batch();
        refuseTooManyOpen(by);
        sentAgain(batch, file, by);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Upload upload = new Upload(Ids.next(now), batch, file, store.begin(length), by, now, now.plus(settings.kept()));
        Reason impossible = impossible(batch, length);
        if (impossible != null) {
            upload.fail(impossible.kebab());
            journal.append(BatchEvents.failed(batch, upload));
        }
        entities.persist(upload);
        return upload;
    }

    /** What an upload became, and whether its own bytes are held; others with the same content may be instead. */
    record Registered(Upload upload, boolean bytesHeld) {}

    /** One whose bytes are all here already, as an exhibit with the same transaction. */
    @Transactional
    Registered createWhole(UUID batchId, SentFile file, SealedBytes sealed, Actor by) {
        Batches.Seen seen = open(batchId, by);
        Batch batch = seen.batch();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<UUID> there = there(batch, file, sealed, by, now);
        if (there.isPresent()) {
            return new Registered(entities.find(Upload.class, there.get()), false);
        }
        sentAgain(batch, file, by);
        Upload upload = new Upload(Ids.next(now), batch, file, Partial.of(sealed), by, now, now.plus(settings.kept()));
        String detected = MediaTypes.detect(sealed.head()).orElse(null);
        ExhibitVersion first = register.register(seen.inCase(), batch.describe(upload, detected), by);
        ExhibitVersion held = keep.keepFirst(first, sealed, detected, by).version();
        upload.accept(first.exhibit().id());
        entities.persist(upload);
        entities.flush();
        // Last, with everything else written, because all other files of this case wait for it until this one is
        // committed.
        if (!quota.take(batch.caseId(), batch.owner(), sealed.size())) {
            throw new ExhibitRefused(Reason.CASE_FULL);
        }
        return new Registered(upload, held.blobId().equals(sealed.blob()));
    }

    /** The same bytes under the same name, shortly before: whoever got no answer to it sends it once more. */
    private Optional<UUID> there(Batch batch, SentFile file, SealedBytes sealed, Actor by, Instant now) {
        if (file.name() == null && file.relativePath() == null) {
            return Optional.empty();
        }
        // Waits for that other request, should it still be at work.
        String same = batch.id() + "/" + sealed.sha256() + "/" + file.relativePath() + "/" + file.name();
        sql.first("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, same);
        return sql.first(
                """
                select id from upload where batch_id = ? and state = 'ACCEPTED' and digest = decode(?, 'hex')
                and created_by = ? and name is not distinct from cast(? as text)
                and relative_path is not distinct from cast(? as text) and created_at > ?
                order by id limit 1""",
                row -> row.getObject(1, UUID.class),
                batch.id(),
                sealed.sha256(),
                by.sub(),
                file.name(),
                file.relativePath(),
                now.minus(AGAIN));
    }

    private Batches.Seen open(UUID batchId, Actor by) {
        Batches.Seen seen = batches.seenBy(by, batchId).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
        BatchEvents.attempted(attempt, seen.batch());
        RegisterExhibit.mayRegister(seen.inCase());
        seen.batch().mustTakeFiles();
        return seen;
    }

    private Reason impossible(Batch batch, long length) {
        if (length == 0) {
            return Reason.EMPTY_CONTENT;
        }
        if (length > settings.fileLimit()) {
            return Reason.TOO_LARGE;
        }
        return quota.take(batch.caseId(), batch.owner(), length) ? null : Reason.CASE_FULL;
    }

    private void refuseTooManyOpen(Actor by) {
        int open = sql.first(
                        "select count(*) from upload where created_by = ? and state = 'RECEIVING'",
                        row -> row.getInt(1),
                        by.sub())
                .orElse(0);
        if (open >= settings.openUploads()) {
            throw UploadProblems.tooManyOpen(settings.openUploads());
        }
    }

    /** A file that failed and is sent again is told of once. */
    private void sentAgain(Batch batch, SentFile file, Actor by) {
        sql.update("""
                update upload set state = 'TERMINATED', reason = null, wrapped_key = null, version = version + 1
                where batch_id = ? and state = 'FAILED' and created_by = ? and name is not distinct from cast(? as text)
                and relative_path is not distinct from cast(? as text)""", batch.id(), by.sub(), file.name(), file.relativePath());
    }
}
