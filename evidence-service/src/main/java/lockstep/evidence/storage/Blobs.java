package lockstep.evidence.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;

/** Which sealed bytes belong to whom: one row per owner and digest, whoever of its people brings the bytes again. */
@ApplicationScoped
public class Blobs {
    private final EntityManager entities;
    private final Sql sql;
    private final BlobStore store;

    public Blobs(EntityManager entities, Sql sql, BlobStore store) {
        this.entities = entities;
        this.sql = sql;
        this.store = store;
    }

    /**
     * The owner's blob with these bytes: the one that is there, or these, which then lie under their name for good. Empty where
     * the same bytes are frozen, or were purged, as spilled: then they are not the owner's to bring again.
     */
    public Optional<Blob> once(SealedBytes sealed, String owner, Instant at) {
        Optional<UUID> kept = Optional.empty();
        while (kept.isEmpty()) {
            // Waits for another upload of the same bytes to end, and so never asks the disk twice.
            int inserted = sql.update(
                    """
                insert into blob (id, owner, sha256, size, piece_size, wrapped_key, sealed_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (owner, sha256) where wrapped_key is not null do nothing""",
                    sealed.blob(),
                    owner,
                    sealed.sha256(),
                    sealed.size(),
                    sealed.pieceSize(),
                    sealed.wrappedKey(),
                    at);
            if (inserted == 1) {
                store.keep(sealed);
            }
            // Locked, so that nobody disposes of them meanwhile; if somebody just has, they are new bytes.
            kept = sql.first("select keep_blob(?, ?)", row -> row.getObject(1, UUID.class), owner, sealed.sha256());
        }
        boolean spilled = sql.first("select spilled_before(?)", row -> row.getBoolean(1), sealed.sha256())
                .orElseThrow();
        return spilled ? Optional.empty() : find(kept.get());
    }

    /** True also of one that the running transaction may not read. */
    public boolean there(UUID id) {
        return sql.first("select blob_there(?)", row -> row.getBoolean(1), id).orElseThrow();
    }

    /** Whether something that holds these bytes is frozen. */
    @ReadOnly
    public boolean frozen(UUID id) {
        return sql.first("select frozen_bytes(?)", row -> row.getBoolean(1), id).orElseThrow();
    }

    public Optional<Blob> find(UUID id) {
        return Optional.ofNullable(entities.find(Blob.class, id));
    }
}
