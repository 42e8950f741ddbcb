package lockstep.listing.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;

/** Rows of the journal that the reader may see: of what it may read whole, of what an auditor's appointment covers in outline. */
@ApplicationScoped
public class HistoryQueries {
    private static final String ROW = """
            select j.event_id, j.type, j.occurred_at, j.actor, account_of(j.actor), j.agency, j.seat, j.aggregate_type,
                   j.aggregate_id, j.aggregate_revision, j.case_id, j.scope_id, j.programme, j.outcome, p.bytes,
                   case when p.bytes is null then outline_of(j.event_id) end,
                   case when p.bytes is not null and j.type in ('round.voted', 'round.objection-lifted',
                       'package.decides-without', 'package.escalated')
                        then account_of(convert_from(p.bytes, 'UTF8')::jsonb #>> '{as,sub}') end
              from journal j left join journal_payload p on p.event_id = j.event_id
            """;

    private final Sql sql;

    HistoryQueries(Sql sql) {
        this.sql = sql;
    }

    /** Whoever acted: {@code account} where an appointment or an act on a revision names it. */
    public record Who(String sub, String account) {}

    /**
     * One row; {@code payload} is the canonical JSON that was hashed. {@code withheld}: the reader audits the case but the
     * policy grants no content, so the payload holds ids, digests, verbs and times alone. {@code standsFor}: the account of
     * the seat's holder where an alternate acted.
     */
    public record Row(
            UUID eventId,
            String type,
            Instant occurredAt,
            Who actor,
            String agency,
            String seat,
            String aggregateType,
            UUID aggregateId,
            int revision,
            UUID caseId,
            UUID scopeId,
            String programme,
            String outcome,
            @JsonRawValue String payload,
            boolean withheld,
            String standsFor) {
        public Cursor cursor() {
            return Cursor.of(occurredAt, eventId);
        }
    }

    /** Of a case: its own rows, and those of the packages that its proposals were in. */
    @ReadOnly
    public List<Row> ofCase(UUID caseId, Cursor after, Limit limit) {
        return rows(
                "(j.case_id = ? or j.scope_id in (select package_id from packages_of_case(?)))",
                List.of(caseId, caseId),
                false,
                after,
                limit);
    }

    @ReadOnly
    public List<Row> ofPackage(UUID packageId, Cursor after, Limit limit) {
        return rows("j.scope_id = ?", List.of(packageId), false, after, limit);
    }

    /** Everything that the reader may see, narrowed by what is not null. */
    @ReadOnly
    public List<Row> all(
            String agency,
            String programme,
            String type,
            Instant from,
            Instant to,
            boolean newestFirst,
            Cursor after,
            Limit limit) {
        StringBuilder where = new StringBuilder("true");
        List<Object> values = new ArrayList<>();
        narrow(where, values, " and j.agency = ?", agency);
        narrow(where, values, " and j.programme = ?", programme);
        narrow(where, values, " and j.type = ?", type);
        narrow(where, values, " and j.occurred_at >= ?", from);
        narrow(where, values, " and j.occurred_at < ?", to);
        return rows(where.toString(), values, newestFirst, after, limit);
    }

    private static void narrow(StringBuilder where, List<Object> values, String condition, Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }

    private List<Row> rows(String where, List<?> given, boolean newestFirst, Cursor after, Limit limit) {
        List<Object> values = new ArrayList<>(given);
        String from = "";
        if (after != null) {
            from = " and (j.occurred_at, j.event_id) " + (newestFirst ? "<" : ">") + " (?, ?)";
            values.add(after.instant(0));
            values.add(after.uuid(1));
        }
        values.add(limit.plusOne());
        String order =
                newestFirst ? " order by j.occurred_at desc, j.event_id desc" : " order by j.occurred_at, j.event_id";
        return sql.rows(ROW + " where " + where + from + order + " limit ?", HistoryQueries::row, values.toArray());
    }

    private static Row row(ResultSet row) throws SQLException {
        byte[] whole = row.getBytes(15);
        return new Row(
                row.getObject(1, UUID.class),
                row.getString(2),
                Sql.instant(row, 3),
                new Who(row.getString(4), row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, UUID.class),
                row.getInt(10),
                row.getObject(11, UUID.class),
                row.getObject(12, UUID.class),
                row.getString(13),
                row.getString(14),
                whole == null ? row.getString(16) : new String(whole, StandardCharsets.UTF_8),
                whole == null,
                row.getString(17) == null || row.getString(17).isEmpty() ? null : row.getString(17));
    }
}
