package lockstep.evidence.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.evidence.exhibit.Exhibit;
import lockstep.kit.db.Sql;

/** What keeps exhibits, as the running transaction sees it. */
@ApplicationScoped
public class Keepings {
    private final Sql sql;

    Keepings(Sql sql) {
        this.sql = sql;
    }

    Keeping of(Exhibit exhibit) {
        return new Keeping(exhibit, retainUntil(exhibit.id()), holds(exhibit.id()), disposal(exhibit.id()));
    }

    /** As listing-service says it: at least until then under that programme, whatever was said before. */
    public void retain(UUID exhibit, String programme, Instant until) {
        sql.rows("select retain(?, ?, ?)", row -> row, exhibit, programme, until);
    }

    private Instant retainUntil(UUID exhibit) {
        return sql.first("select max(until) from retention where exhibit_id = ?", row -> Sql.instant(row, 1), exhibit)
                .orElse(null);
    }

    private List<LegalHold> holds(UUID exhibit) {
        return sql.rows(
                "select id, reason, set_agency, set_account, set_at, lifted_account, lifted_at, lift_reason"
                        + " from legal_hold where exhibit_id = ? order by set_at, id",
                row -> new LegalHold(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Sql.instant(row, 5),
                        row.getString(6),
                        Sql.instant(row, 7),
                        row.getString(8)),
                exhibit);
    }

    private Disposal disposal(UUID exhibit) {
        return sql.first(
                        "select state, reason, proposed_by, proposed_account, proposed_at, ended_account, ended_at from disposal"
                                + " where exhibit_id = ? order by proposed_at desc limit 1",
                        row -> new Disposal(
                                Disposal.State.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                Sql.instant(row, 5),
                                row.getString(6),
                                Sql.instant(row, 7)),
                        exhibit)
                .orElse(null);
    }
}
