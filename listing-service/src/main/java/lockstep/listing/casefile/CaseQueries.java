package lockstep.listing.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;

/** Lists of cases and of what is in one, straight from the database, as far as the actor may see it. */
@ApplicationScoped
public class CaseQueries {
    private final Sql sql;

    CaseQueries(Sql sql) {
        this.sql = sql;
    }

    /** One case in a list. */
    public record Row(UUID id, String title, String summary, String originator, Instant openedAt, long proposals) {
        public Cursor cursor() {
            return Cursor.of(openedAt, id);
        }
    }

    /** One proposal of a case. */
    public record ProposalRow(
            UUID id,
            UUID caseId,
            String programme,
            String kind,
            String status,
            String stage,
            int revision,
            String name,
            String nativeName,
            String nativeLanguage,
            String country,
            String ground,
            String proposingAgency,
            Instant changedAt,
            UUID packageId) {}

    @ReadOnly
    public List<Row> cases(String q, String programme, Cursor after, Limit limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("where sees_case(c)");
        if (q != null && !q.isBlank()) {
            where.append(
                    " and (c.title ilike ? or exists (select from subject s where s.case_id = c.id and sees_subject(s)"
                            + " and (s.name ilike ? or s.text::text ilike ?)))");
            String like =
                    "%" + q.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
            values.addAll(List.of(like, like, like));
        }
        if (programme != null) {
            where.append(
                    " and exists (select from proposal p where p.case_id = c.id and p.programme = ? and sees_proposal(p))");
            values.add(programme);
        }
        if (after != null) {
            where.append(" and (c.opened_at, c.id) < (?, ?)");
            values.add(after.instant(0));
            values.add(after.uuid(1));
        }
        values.add(limit.plusOne());
        return sql.rows(
                "select c.id, c.title, c.summary, c.originator, c.opened_at,"
                        + " (select count(*) from proposal p where p.case_id = c.id and sees_proposal(p))"
                        + " from casefile c " + where + " order by c.opened_at desc, c.id desc limit ?",
                row -> new Row(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Sql.instant(row, 5),
                        row.getLong(6)),
                values.toArray());
    }

    @ReadOnly
    public List<ProposalRow> proposals(UUID caseId) {
        return sql.rows(
                "select p.id, p.case_id, p.programme, p.kind, p.status, p.stage, p.revision, p.name, p.native_name,"
                        + " p.native_language, p.country, p.ground, p.agency, p.changed_at, p.package_id from proposal p"
                        + " where p.case_id = ? and sees_proposal(p) order by p.programme, p.id",
                row -> new ProposalRow(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getInt(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12),
                        row.getString(13),
                        Sql.instant(row, 14),
                        row.getObject(15, UUID.class)),
                caseId);
    }

    /** What the reader may know of the case's proposals, those of others in outline. */
    @ReadOnly
    public List<Alignment.Known> alignment(UUID caseId) {
        return sql.rows(
                "select subject_id, programme, kind, status, changed_at, proposal_id from alignment_of(?)",
                row -> new Alignment.Known(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Sql.instant(row, 5),
                        row.getObject(6, UUID.class)),
                caseId);
    }

    /** Ids of the case's subjects that the actor may see, the oldest first. */
    @ReadOnly
    public List<UUID> subjects(UUID caseId) {
        return sql.rows(
                "select s.id from subject s where s.case_id = ? and sees_subject(s) order by s.changed_at, s.id",
                row -> row.getObject(1, UUID.class),
                caseId);
    }
}
