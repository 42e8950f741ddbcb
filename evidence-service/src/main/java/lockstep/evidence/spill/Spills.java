package lockstep.evidence.spill;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.evidence.access.StoredMarkings;
import lockstep.evidence.exhibit.Exhibit;
import lockstep.evidence.spill.SpillView.SpillAcknowledged;
import lockstep.evidence.spill.SpillView.SpillFound;
import lockstep.kit.db.Sql;

/** Spills and what they froze, as the running transaction sees them. */
@ApplicationScoped
class Spills {
    private static final String FROZEN =
            "select spill_id, exhibit_id, because, from_exhibit, state, ended_at from spilled ";

    private final Sql sql;

    Spills(Sql sql) {
        this.sql = sql;
    }

    Spill of(Exhibit exhibit) {
        Frozen frozen = latest(exhibit.id()).orElse(null);
        return new Spill(
                exhibit,
                frozen,
                frozen == null ? null : settlement(frozen).orElse(null),
                frozen != null && held(frozen));
    }

    /** By the last spill, by its id: when that was is told with the exhibit it was found in, which may be hidden. */
    Optional<Frozen> latest(UUID exhibit) {
        return sql.first(FROZEN + "where exhibit_id = ? order by spill_id desc limit 1", Spills::frozen, exhibit);
    }

    List<Frozen> all(UUID spill, int most) {
        return sql.rows(FROZEN + "where spill_id = ? order by exhibit_id limit ?", Spills::frozen, spill, most);
    }

    List<UUID> exhibits(UUID spill) {
        return sql.rows(
                "select exhibit_id from spilled where spill_id = ?", row -> row.getObject(1, UUID.class), spill);
    }

    UUID caseOf(Frozen its) {
        return sql.first(
                        "select case_id from spilled where spill_id = ? and exhibit_id = ?",
                        row -> row.getObject(1, UUID.class),
                        its.spillId(),
                        its.exhibitId())
                .orElseThrow();
    }

    int count(UUID spill) {
        return sql.first("select count(*) from spilled where spill_id = ?", row -> row.getInt(1), spill)
                .orElse(0);
    }

    Optional<SpillFound> found(UUID spill) {
        return sql.first(
                "select exhibit_id, reason, frozen_account, frozen_at from spill where id = ?",
                row -> new SpillFound(
                        row.getObject(1, UUID.class), row.getString(2), row.getString(3), Sql.instant(row, 4)),
                spill);
    }

    /** The latest of this very exhibit. */
    Optional<Settlement> settlement(Frozen of) {
        return sql.first(
                "select id, kind, state, reason, m_level, m_orcon, m_rel_to, m_tlp, m_named, proposed_by, proposed_account,"
                        + " proposed_at, ended_account, ended_at from spill_settlement where spill_id = ? and exhibit_id = ?"
                        + " order by proposed_at desc limit 1",
                row -> new Settlement(
                        row.getObject("id", UUID.class),
                        SettlementKind.valueOf(row.getString("kind")),
                        SettlementState.valueOf(row.getString("state")),
                        row.getString("reason"),
                        row.getString("m_level") == null ? null : StoredMarkings.of(row),
                        row.getString("proposed_by"),
                        row.getString("proposed_account"),
                        Sql.instant(row, "proposed_at"),
                        row.getString("ended_account"),
                        Sql.instant(row, "ended_at")),
                of.spillId(),
                of.exhibitId());
    }

    List<SpillAcknowledged> acknowledged(UUID spill) {
        return sql.rows(
                "select agency, note, said_account, said_at from spill_acknowledgement where spill_id = ? order by said_at",
                row -> new SpillAcknowledged(row.getString(1), row.getString(2), row.getString(3), Sql.instant(row, 4)),
                spill);
    }

    /** What a settlement of this exhibit covers now: it, and what is frozen by way of it, seen or not. */
    List<SpilledVersion> covered(Frozen its) {
        return sql.rows(
                "select * from covered_versions(?, ?)",
                row -> new SpilledVersion(
                        row.getObject("id", UUID.class),
                        row.getObject("exhibit_id", UUID.class),
                        row.getInt("n"),
                        row.getObject("case_id", UUID.class),
                        StoredMarkings.of(row)),
                its.spillId(),
                its.exhibitId());
    }

    /** Until the transaction ends nobody else settles what was frozen with it; asked before any exhibit is locked. */
    void settleAlone(UUID exhibit) {
        sql.rows("select settle_alone(?)", row -> row, exhibit);
    }

    private boolean held(Frozen its) {
        return sql.first("select covered_is_held(?, ?)", row -> row.getBoolean(1), its.spillId(), its.exhibitId())
                .orElseThrow();
    }

    private static Frozen frozen(ResultSet row) throws SQLException {
        return new Frozen(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                SpillCause.valueOf(row.getString(3)),
                row.getObject(4, UUID.class),
                SpillState.valueOf(row.getString(5)),
                Sql.instant(row, 6));
    }
}
