package lockstep.listing.renewal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.listing.subject.SubjectName;

/**
 * How far a list's renewal is: the entries whose term ends first, each with its sheet as far as the reader sees it: of a
 * proposal that is written anew, by the revision that he may read.
 */
@ApplicationScoped
public class RenewalQueries {
    private static final String ENTRIES = """
            with term as (select min(expires_at) as ends from listing where programme = ? and status = 'ACTIVE'),
            sheet as (
                select distinct on (about) in_place_of(p.listing_id) as about, p.id, p.status, seen.n as revision,
                       sheet_of(p.id, seen.n) as sheet
                  from proposal p
                 cross join lateral (select max(r.n) as n from revision r where r.proposal_id = p.id) seen
                 where seen.n is not null and p.programme = ? and p.kind in ('RENEW', 'REMOVE')
                   and p.status not in ('PUBLISHED', 'REJECTED', 'WITHDRAWN') and sees_proposal(p)
                 order by about, under_way(p) desc, p.changed_at desc),
            entry as (
                select l.id, l.number, l.name, l.native_name, l.native_language, l.country, l.published_at, l.expires_at,
                       s.id as proposal_id, s.status, s.revision, coalesce(s.sheet, 'NONE') as sheet
                  from listing l join term on l.expires_at = term.ends left join sheet s on s.about = l.id
                 where l.programme = ? and l.status = 'ACTIVE')
            """;

    private final Sql sql;

    RenewalQueries(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param expiresAt when the entries end that end first
     * @param sheets how many say what, by the name of the sheet; NONE: the reader sees no sheet
     * @param statuses how many sheets' proposals stand where
     * @param renewed how many entries have a later term already and aren't among those
     */
    public record Term(Instant expiresAt, Map<String, Integer> sheets, Map<String, Integer> statuses, int renewed) {}

    /** {@code sheet} null: the reader sees none. */
    public record Row(
            UUID listingId,
            String number,
            SubjectName subject,
            Instant publishedAt,
            Sheet sheet,
            UUID proposalId,
            String status,
            Integer revision) {
        public Cursor cursor() {
            return Cursor.of(publishedAt, listingId);
        }
    }

    /** Empty where nothing of the list is in force. */
    @ReadOnly
    public Optional<Term> term(String programme) {
        record Count(Instant expiresAt, String sheet, String status, int n) {}
        List<Count> counts = sql.rows(
                ENTRIES + "select expires_at, sheet, status, count(*) from entry group by 1, 2, 3",
                row -> new Count(Sql.instant(row, 1), row.getString(2), row.getString(3), row.getInt(4)),
                programme,
                programme,
                programme);
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Integer> sheets = new TreeMap<>();
        Map<String, Integer> statuses = new TreeMap<>();
        counts.forEach(its -> {
            sheets.merge(its.sheet(), its.n(), Integer::sum);
            if (its.status() != null) {
                statuses.merge(its.status(), its.n(), Integer::sum);
            }
        });
        Instant ends = counts.getFirst().expiresAt();
        return Optional.of(new Term(ends, sheets, statuses, lastingLonger(programme, ends)));
    }

    private int lastingLonger(String programme, Instant ends) {
        return sql.first(
                        "select count(*) from listing where programme = ? and status = 'ACTIVE' and expires_at > ?",
                        row -> row.getInt(1),
                        programme,
                        ends)
                .orElseThrow();
    }

    /** {@code sheet}: KEEP, AMEND, DROP or NONE; null: all. In the order in which they were published. */
    @ReadOnly
    public List<Row> entries(String programme, String sheet, Cursor after, Limit limit) {
        List<Object> values = new ArrayList<>(List.of(programme, programme, programme));
        StringBuilder where = new StringBuilder(" where true");
        if (sheet != null) {
            where.append(" and sheet = ?");
            values.add(sheet);
        }
        if (after != null) {
            where.append(" and (published_at, id) > (?, ?)");
            values.add(after.instant(0));
            values.add(after.uuid(1));
        }
        values.add(limit.plusOne());
        return sql.rows(
                ENTRIES + "select * from entry" + where + " order by published_at, id limit ?",
                row -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        new SubjectName(
                                row.getString("name"),
                                row.getString("native_name"),
                                row.getString("native_language"),
                                row.getString("country")),
                        Sql.instant(row, "published_at"),
                        "NONE".equals(row.getString("sheet")) ? null : Sheet.valueOf(row.getString("sheet")),
                        row.getObject("proposal_id", UUID.class),
                        row.getString("status"),
                        row.getObject("revision", Integer.class)),
                values.toArray());
    }
}
