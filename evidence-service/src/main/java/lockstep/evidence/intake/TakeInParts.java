package lockstep.evidence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.Description;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.Ids;
import lockstep.evidence.exhibit.KeepContent;
import lockstep.evidence.exhibit.MediaTypes;
import lockstep.evidence.exhibit.RegisterExhibit;
import lockstep.evidence.storage.Partial;
import lockstep.evidence.storage.SealedBytes;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.journal.Journal;

/** Takes in the parts of a container as files of a batch: each an exhibit, or failed with its reason; each once. */
@ApplicationScoped
public class TakeInParts {
    private static final byte[] NOTHING = new byte[0];

    private final Batches batches;
    private final RegisterExhibit register;
    private final KeepContent keep;
    private final Quota quota;
    private final EntityManager entities;
    private final Sql sql;
    private final Journal journal;
    private final InstantSource clock;

    TakeInParts(
            Batches batches,
            RegisterExhibit register,
            KeepContent keep,
            Quota quota,
            EntityManager entities,
            Sql sql,
            Journal journal,
            InstantSource clock) {
        this.batches = batches;
        this.register = register;
        this.keep = keep;
        this.quota = quota;
        this.entities = entities;
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
    }

    /** The exhibit that a part became, and whether its own bytes are held; others with the same content may be instead. */
    public record Taken(UUID exhibit, boolean bytesHeld) {}

    /** The batch for the parts: marked before any of them is there. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID open(ExhibitVersion container, Actor by) {
        register.mayRegister(container.caseId(), by);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Description said = container.description().of(container.title(), "application/octet-stream");
        Batch batch = Batch.into(Ids.next(now), container, said.withoutDigest(), by, now);
        entities.persist(batch);
        entities.flush();
        journal.append(BatchEvents.opened(batch));
        return batch.id();
    }

    /** Which parts need not be taken again. */
    @ReadOnly
    public Set<Integer> taken(UUID batch) {
        return Set.copyOf(sql.rows(
                "select part from upload where batch_id = ? and part is not null and state in ('ACCEPTED', 'FAILED')",
                row -> row.getInt(1),
                batch));
    }

    /** In the caller's transaction: all of it, or nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Taken take(UUID batchId, int n, SentFile file, SealedBytes sealed, Actor by) {
        Batch batch = batch(batchId, by);
        if (!quota.take(batch.caseId(), batch.owner(), sealed.size())) {
            throw new ExhibitRefused(Reason.CASE_FULL);
        }
        String detected = MediaTypes.detect(sealed.head()).orElse(null);
        Upload upload = upload(batch, n, file, Partial.of(sealed), by);
        ExhibitVersion first = register.register(batch.caseId(), batch.describe(upload, detected), by);
        ExhibitVersion held = keep.keepFirst(first, sealed, detected, by).version();
        upload.accept(first.exhibit().id());
        entities.persist(upload);
        // Whoever opens the container writes down where this part stood, which refers to it.
        entities.flush();
        return new Taken(first.exhibit().id(), held.blobId().equals(sealed.blob()));
    }

    /** Writes down that a part is none of the exhibits, and why. */
    @Transactional
    public void fail(UUID batchId, int n, SentFile file, String reason, Actor by) {
        Batch batch = batch(batchId, by);
        Partial nothing = new Partial(UUID.randomUUID(), NOTHING, 0, 0, NOTHING, NOTHING, "");
        Upload upload = upload(batch, n, file, nothing, by);
        upload.fail(reason);
        entities.persist(upload);
        journal.append(BatchEvents.failed(batch, upload));
    }

    /** How many parts have failed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int failed(UUID batch) {
        return sql.first(
                        "select count(*) from upload where batch_id = ? and state = 'FAILED'",
                        row -> row.getInt(1),
                        batch)
                .orElse(0);
    }

    /** Lets what failed be tried once more; how many. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int again(UUID batch) {
        return sql.update(
                "update upload set state = 'TERMINATED', reason = null, wrapped_key = null, version = version + 1"
                        + " where batch_id = ? and part is not null and state = 'FAILED'",
                batch);
    }

    private Upload upload(Batch batch, int n, SentFile file, Partial come, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Upload.ofPart(Ids.next(now), batch, n, file, come, by, now);
    }

    private Batch batch(UUID id, Actor by) {
        return batches.visibleTo(by, id).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
    }
}
