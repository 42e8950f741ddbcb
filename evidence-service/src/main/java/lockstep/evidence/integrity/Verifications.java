package lockstep.evidence.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.storage.Damage;
import lockstep.kit.db.Sql;

/** What is known of the wholeness of sealed bytes, as far as the running transaction sees them; only the scrubber writes it. */
@ApplicationScoped
public class Verifications {
    private final Sql sql;
    private final ScrubSettings settings;

    Verifications(Sql sql, ScrubSettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    /** A version that holds a blob. */
    public record Holder(VersionRef ref, UUID caseId) {}

    public Map<UUID, Integrity> of(Collection<UUID> blobs) {
        Map<UUID, Integrity> known = new HashMap<>();
        blobs.forEach(blob -> known.put(blob, Integrity.NOT_YET));
        if (!blobs.isEmpty()) {
            sql.rows(
                            "select blob_id, verified_at, damaged_since, damage from verification where blob_id = any (?)",
                            row -> Map.entry(row.getObject(1, UUID.class), integrity(row, 2)),
                            List.copyOf(blobs))
                    .forEach(one -> known.put(one.getKey(), one.getValue()));
        }
        return known;
    }

    static Integrity integrity(ResultSet row, int from) throws SQLException {
        String damage = row.getString(from + 2);
        return new Integrity(
                Sql.instant(row, from), Sql.instant(row, from + 1), damage == null ? null : Damage.valueOf(damage));
    }

    public Integrity of(UUID blob) {
        return of(List.of(blob)).get(blob);
    }

    /** The one that is due longest, under a lease of this token. */
    public Optional<UUID> take(UUID token, Instant now) {
        return sql.first(
                "select take_to_verify(?, ?, ?)",
                row -> row.getObject(1, UUID.class),
                now,
                now.plus(settings.lease()),
                token);
    }

    /** False if the lease has gone to another replica. */
    public boolean renew(UUID blob, UUID token, Instant now) {
        return sql.update(
                        "update verification set leased_until = ? where blob_id = ? and lease = ?",
                        now.plus(settings.lease()),
                        blob,
                        token)
                == 1;
    }

    /**
     * Writes down what was found.
     *
     * @param damage null: it is whole
     * @return what was known before, or empty if the lease has gone to another replica: then what it finds counts
     */
    public Optional<Integrity> settle(UUID blob, UUID token, Damage damage, Instant now) {
        Optional<Integrity> before = sql.first(
                "select verified_at, damaged_since, damage from verification where blob_id = ? and lease = ? for update",
                row -> integrity(row, 1),
                blob,
                token);
        before.ifPresent(known -> sql.update(
                "update verification set verified_at = ?, damaged_since = ?, damage = ?, next_at = ?, lease = null,"
                        + " leased_until = null where blob_id = ?",
                now,
                damage == null ? null : known.damaged() ? known.damagedSince() : now,
                damage,
                now.plus(damage == null ? settings.again() : settings.damagedAgain()),
                blob));
        return before;
    }

    /** Nothing was found out; what is known stays. */
    public void leave(UUID blob, UUID token, Instant now) {
        sql.update(
                "update verification set next_at = ?, lease = null, leased_until = null where blob_id = ? and lease = ?",
                now.plus(settings.unknownAgain()),
                blob,
                token);
    }

    /** Somebody has just found it damaged: the scrubber is to look, and to tell. */
    public void verifySoon(UUID blob, Instant now) {
        sql.update("update verification set next_at = ? where blob_id = ? and next_at > ?", now, blob, now);
    }

    public List<Holder> holders(UUID blob) {
        return sql.rows(
                "select exhibit_id, n, case_id from holders_of(?)",
                row -> new Holder(
                        new VersionRef(row.getObject(1, UUID.class), row.getInt(2)), row.getObject(3, UUID.class)),
                blob);
    }

    /** A few others that were whole when last seen. */
    public List<UUID> wholeBeside(UUID blob) {
        return sql.rows("select * from whole_beside(?)", row -> row.getObject(1, UUID.class), blob);
    }
}
