package lockstep.listing.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.listing.subject.SubjectName;

/** Lists of proposals, straight from the database, as far as the actor may see them. */
@ApplicationScoped
public class ProposalQueries {
    private final Sql sql;

    ProposalQueries(Sql sql) {
        this.sql = sql;
    }

    public record Row(
            UUID id,
            UUID caseId,
            String programme,
            String kind,
            String status,
            String stage,
            int revision,
            SubjectName subject,
            String ground,
            String proposingAgency,
            Instant changedAt,
            UUID packageId) {
        public Cursor cursor() {
            return Cursor.of(changedAt, id);
        }
    }

    /** Which of the visible ones; null leaves a condition out. {@code agency}: proposes. {@code unpacked}: in no package. */
    public record Filter(String programme, Status status, String stage, UUID caseId, String agency, boolean unpacked) {}

    @ReadOnly
    public List<Row> list(Filter filter, Cursor after, Limit limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("where sees_proposal(p)");
        and(where, values, "p.programme = ?", filter.programme());
        and(where, values, "p.status = ?", filter.status());
        and(where, values, "p.stage = ?", filter.stage());
        and(where, values, "p.case_id = ?", filter.caseId());
        and(where, values, "p.agency = ?", filter.agency());
        if (filter.unpacked()) {
            where.append(" and p.package_id is null");
        }
        if (after != null) {
            where.append(" and (p.changed_at, p.id) < (?, ?)");
            values.add(after.instant(0));
            values.add(after.uuid(1));
        }
        values.add(limit.plusOne());
        return sql.rows(
                "select p.id, p.case_id, p.programme, p.kind, p.status, p.stage, p.revision, p.name, p.native_name,"
                        + " p.native_language, p.country, p.ground, p.agency, p.changed_at, p.package_id from proposal p "
                        + where + " order by p.changed_at desc, p.id desc limit ?",
                row -> new Row(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getInt(7),
                        new SubjectName(row.getString(8), row.getString(9), row.getString(10), row.getString(11)),
                        row.getString(12),
                        row.getString(13),
                        Sql.instant(row, 14),
                        row.getObject(15, UUID.class)),
                values.toArray());
    }

    private static void and(StringBuilder where, List<Object> values, String condition, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.add(value);
        }
    }
}
