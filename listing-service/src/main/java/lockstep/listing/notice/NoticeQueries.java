package lockstep.listing.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;

/** A person's own notices, and what an administrator sees of those of the agency. */
@ApplicationScoped
public class NoticeQueries {
    /** What the reader can't see any more, because of a recusal or a narrower marking, is not named either. */
    private static final String MINE = """
            select id, kind, programme, case_id, proposal_id, package_id, round_id, silence, due, lead, created_at, state
              from notice n
             where sub = ?
               and (package_id is null or exists (select from package k where k.id = n.package_id and sees_package(k)))
               and (proposal_id is null or exists (select from proposal p where p.id = n.proposal_id and sees_proposal(p)))
               and (case_id is null or proposal_id is not null
                    or exists (select from casefile c where c.id = n.case_id and sees_case(c)))
            """;

    private final Sql sql;

    NoticeQueries(Sql sql) {
        this.sql = sql;
    }

    /** An account of the agency that mails could not reach, {@code notices} times. */
    public record NotMailed(String account, String mail, long notices, Instant lastAt, String failure) {}

    /** The latest first. */
    @ReadOnly
    public List<Notice> of(Actor actor, Cursor after, Limit limit) {
        List<Object> values = new ArrayList<>(List.of(actor.sub()));
        String since = "";
        if (after != null) {
            since = " and (created_at, id) < (?, ?)";
            values.add(after.instant(0));
            values.add(after.uuid(1));
        }
        values.add(limit.plusOne());
        return sql.rows(
                MINE + since + " order by created_at desc, id desc limit ?", NoticeQueries::notice, values.toArray());
    }

    @ReadOnly
    public List<NotMailed> notMailed() {
        return sql.rows(
                "select account, state, notices, last_at, failure from not_mailed()",
                row -> new NotMailed(
                        row.getString(1), row.getString(2), row.getLong(3), Sql.instant(row, 4), row.getString(5)));
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getObject(6, UUID.class),
                row.getObject(7, UUID.class),
                row.getBoolean(8),
                Sql.instant(row, 9),
                row.getString(10),
                Sql.instant(row, 11),
                row.getString(12));
    }
}
