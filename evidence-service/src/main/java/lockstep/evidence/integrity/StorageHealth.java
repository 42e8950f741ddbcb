package lockstep.evidence.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;

/** How whole an agency's stored content is, for its administrators: ids of blobs, never of exhibits. */
@ApplicationScoped
public class StorageHealth {
    private static final int MOST = 200;

    private final Sql sql;
    private final InstantSource clock;

    StorageHealth(Sql sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What a blob is called in the store, how large its content is, and what is wrong. */
    public record DamagedBlob(UUID blobId, long size, Integrity integrity) {}

    /**
     * Of one agency.
     *
     * @param waiting how many were never verified yet
     * @param oldest when the one was verified that was not for longest; null: none was
     * @param damaged at most 200, those found last first
     */
    public record Health(long verified, long waiting, Instant oldest, List<DamagedBlob> damaged) {}

    @ReadOnly
    public Health of(Actor administrator) {
        String agency = administrator.agency().code();
        List<DamagedBlob> damaged = sql.rows(
                "select b.id, b.size, v.verified_at, v.damaged_since, v.damage from verification v"
                        + " join blob b on b.id = v.blob_id where b.owner = ? and b.wrapped_key is not null"
                        + " and v.damaged_since is not null"
                        + " order by v.damaged_since desc limit ?",
                row -> new DamagedBlob(row.getObject(1, UUID.class), row.getLong(2), Verifications.integrity(row, 3)),
                agency,
                MOST);
        return sql.first(
                        "select count(v.verified_at), count(*) - count(v.verified_at), min(v.verified_at)"
                                + " from verification v join blob b on b.id = v.blob_id where b.owner = ?"
                                + " and b.wrapped_key is not null",
                        row -> new Health(row.getLong(1), row.getLong(2), Sql.instant(row, 3), damaged),
                        agency)
                .orElseThrow();
    }

    /** What is damaged is verified anew, because it may have been restored. */
    @Transactional
    public void verifyAgain() {
        sql.rows("select verify_damaged_again(?)", row -> row, clock.instant());
    }
}
