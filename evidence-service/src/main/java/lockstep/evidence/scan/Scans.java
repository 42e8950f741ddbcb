package lockstep.evidence.scan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.kit.db.Sql;

/** What is known of sealed bytes, as far as the running transaction sees them. */
@ApplicationScoped
public class Scans {
    private final ScanSettings settings;
    private final Sql sql;

    Scans(ScanSettings settings, Sql sql) {
        this.settings = settings;
        this.sql = sql;
    }

    /**
     * One blob that is due, and a version that holds it.
     *
     * @param again the version by its id for whose sake it is scanned once more; null: nobody has looked yet
     */
    public record Due(UUID blobId, UUID exhibitId, int version, UUID caseId, int attempts, UUID again) {}

    /** For each of them; what has no row yet waits, or nothing scans here. */
    public Map<UUID, Scan> of(Collection<UUID> blobs) {
        Map<UUID, Scan> known = new HashMap<>();
        blobs.forEach(blob -> known.put(blob, unknown()));
        if (!blobs.isEmpty()) {
            sql.rows("""
                    select b.id, s.state, s.reason, s.signature, s.engine, s.scanned_at,
                           o.reason, o.proposed_by, o.proposed_account, o.proposed_at, o.confirmed_account, o.confirmed_at
                      from blob b left join scan s on s.blob_id = b.id left join scan_override o on o.blob_id = b.id
                     where b.id = any (?) and (s.blob_id is not null or o.blob_id is not null)
                    """, row -> Map.entry(row.getObject(1, UUID.class), scan(row)), List.copyOf(blobs))
                    .forEach(one -> known.put(one.getKey(), one.getValue()));
        }
        return known;
    }

    private Scan unknown() {
        return new Scan(
                ScanState.NOT_SCANNED,
                configured() ? "PENDING" : "NOT_CONFIGURED",
                null,
                null,
                null,
                null,
                !configured());
    }

    private Scan scan(ResultSet row) throws SQLException {
        Scan.Override override = row.getString(7) == null
                ? null
                : new Scan.Override(
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        Sql.instant(row, 10),
                        row.getString(11),
                        Sql.instant(row, 12));
        boolean seen = row.getString(2) != null;
        ScanState state = seen ? ScanState.valueOf(row.getString(2)) : ScanState.NOT_SCANNED;
        return new Scan(
                state,
                seen ? row.getString(3) : unknown().reason(),
                row.getString(4),
                row.getString(5),
                Sql.instant(row, 6),
                override,
                opened(state, override));
    }

    /** What is infected never is; where something scans, the rest is once it has, or by two persons' decision. */
    private boolean opened(ScanState state, Scan.Override override) {
        return switch (state) {
            case CLEAN -> true;
            case INFECTED -> false;
            case NOT_SCANNED -> !configured() || override != null && override.confirmedBy() != null;
        };
    }

    public Scan of(UUID blob) {
        return of(List.of(blob)).get(blob);
    }

    private boolean configured() {
        return settings.clamd().isPresent();
    }

    /** Under a lease of this token; the running job must be named scan. */
    public List<Due> take(UUID token, Instant now, int most) {
        return take("select *, null::uuid from take_to_scan(?, ?, ?, ?)", token, now, most);
    }

    /** Of those whose bytes were scanned before they brought them. */
    public List<Due> takeAgain(UUID token, Instant now, int most) {
        return take("select * from take_to_scan_again(?, ?, ?, ?)", token, now, most);
    }

    private List<Due> take(String question, UUID token, Instant now, int most) {
        return sql.rows(
                question,
                row -> new Due(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getInt(3),
                        row.getObject(4, UUID.class),
                        row.getInt(5),
                        row.getObject(6, UUID.class)),
                now,
                now.plus(settings.lease()),
                token,
                most);
    }

    /** These bytes were kept before this version brought them: they are scanned for its custody too. */
    public void again(UUID version, UUID blob, Instant now) {
        sql.update(
                "insert into scan_again (version_id, blob_id, attempts, next_at) values (?, ?, 0, ?)",
                version,
                blob,
                now);
    }

    /** False if the lease has gone to another replica meanwhile: then what it finds counts. */
    public boolean settle(Due due, UUID token, Found found, Instant now) {
        return due.again() != null ? settleAgain(due, token, found, now) : settleFirst(due, token, found, now);
    }

    /** What is known of the bytes stays, when it became known too; but infected they are by any scan. */
    private boolean settleAgain(Due due, UUID token, Found found, Instant now) {
        if (found.state() == ScanState.INFECTED) {
            sql.update(
                    "update scan set state = ?, reason = '', signature = ?, engine = ?, scanned_at = ?"
                            + " where blob_id = ? and state <> ?",
                    found.state().name(),
                    found.signature(),
                    found.engine(),
                    now,
                    due.blobId(),
                    found.state().name());
        }
        if (found.againAfter() != null) {
            return sql.update(
                            "update scan_again set attempts = attempts + 1, next_at = ?, lease = null, leased_until = null"
                                    + " where version_id = ? and lease = ?",
                            now.plus(found.againAfter()),
                            due.again(),
                            token)
                    == 1;
        }
        return sql.update("delete from scan_again where version_id = ? and lease = ?", due.again(), token) == 1;
    }

    private boolean settleFirst(Due due, UUID token, Found found, Instant now) {
        return sql.update(
                        "update scan set state = ?, reason = ?, signature = ?, engine = ?, scanned_at = ?, attempts = attempts + 1,"
                                + " next_at = ?, lease = null, leased_until = null where blob_id = ? and lease = ?",
                        found.state().name(),
                        found.reason(),
                        found.signature(),
                        found.engine(),
                        found.state() == ScanState.NOT_SCANNED ? null : now,
                        found.againAfter() == null ? null : now.plus(found.againAfter()),
                        due.blobId(),
                        token)
                == 1;
    }
}
