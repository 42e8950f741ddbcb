package lockstep.listing.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.db.Sql;
import lockstep.listing.programme.Programme;

/** What waits for a publisher after a release: seeing what was printed, and settling where it differs; one item a package. */
@ApplicationScoped
class PrintItems {
    private static final int MOST = 200;

    private final Sql sql;

    PrintItems(Sql sql) {
        this.sql = sql;
    }

    List<InboxQueries.Item> of(Programme programme, Actor actor) {
        List<InboxQueries.Item> all = new ArrayList<>();
        all.addAll(unconfirmed("confirm-print", "AWAITED", programme));
        all.addAll(unconfirmed("settle-print", "DISCREPANCY", programme));
        all.addAll(answers(programme, actor));
        return all;
    }

    /** Due when the programme's days from the release are over. */
    private List<InboxQueries.Item> unconfirmed(String kind, String state, Programme programme) {
        return items(
                kind,
                state,
                programme,
                "k.id in (select c.package_id from listing_confirmation c join listing l on l.id = c.listing_id"
                        + " where c.programme = ? and c.state = ? and c.state <> 'CONFIRMED' and l.status = 'ACTIVE')",
                programme.code(),
                state);
    }

    /** An acceptance that another publisher has proposed and that is still about the last print. */
    private List<InboxQueries.Item> answers(Programme programme, Actor actor) {
        return items(
                "confirm-acceptance",
                "DISCREPANCY",
                programme,
                "k.id in (select c.package_id from listing_confirmation c join listing l on l.id = c.listing_id"
                        + " join listing_print_acceptance a on a.print_id = c.print_id"
                        + " where c.programme = ? and c.state = 'DISCREPANCY' and l.status = 'ACTIVE'"
                        + " and a.confirmed_at is null and a.refused_at is null and a.proposed_by <> ?)",
                programme.code(),
                actor.sub());
    }

    private List<InboxQueries.Item> items(
            String kind, String state, Programme programme, String where, Object... values) {
        return sql.rows(
                "select k.release_at, k.programme || '/' || k.year || '/' || k.serial || ' · ' || k.title, k.id, k.originator"
                        + " from package k where " + where + " and sees_package(k) order by k.release_at limit " + MOST,
                row -> new InboxQueries.Item(
                        programme
                                .print()
                                .confirmWithin()
                                .after(row.getObject(1, OffsetDateTime.class).toInstant(), programme.zone()),
                        kind,
                        programme.code(),
                        row.getString(2),
                        null,
                        null,
                        null,
                        null,
                        row.getObject(3, UUID.class),
                        null,
                        state,
                        row.getString(4),
                        row.getObject(1, OffsetDateTime.class).toInstant()),
                values);
    }
}
