package lockstep.listing.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
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

    List<Item> of(Programme programme, Actor actor) {
        List<Item> all = new ArrayList<>();
        all.addAll(unconfirmed("confirm-print", "AWAITED", programme));
        all.addAll(unconfirmed("settle-print", "DISCREPANCY", programme));
        all.addAll(answers(programme, actor));
        return all;
    }

    /** Due when the programme's days from the release are over. */
    private List<Item> unconfirmed(String kind, String state, Programme programme) {
        return items(
                kind,
                programme,
                state,
                "k.id in (select c.package_id from listing_confirmation c join listing l on l.id = c.listing_id"
                        + " where c.programme = ? and c.state = ? and c.state <> 'CONFIRMED' and l.status = 'ACTIVE')",
                programme.code(),
                state);
    }

    /** An acceptance that another publisher has proposed and that is still about the last print. */
    private List<Item> answers(Programme programme, Actor actor) {
        return items(
                "confirm-acceptance",
                programme,
                "DISCREPANCY",
                "k.id in (select c.package_id from listing_confirmation c join listing l on l.id = c.listing_id"
                        + " join listing_print_acceptance a on a.print_id = c.print_id"
                        + " where c.programme = ? and c.state = 'DISCREPANCY' and l.status = 'ACTIVE'"
                        + " and a.confirmed_at is null and a.refused_at is null and a.proposed_by <> ?)",
                programme.code(),
                actor.sub());
    }

    private List<Item> items(String kind, Programme programme, String state, String where, Object... values) {
        List<Object> all = new ArrayList<>(List.of(state));
        all.addAll(List.of(values));
        return sql
                .rows(
                        "select k.release_at, k.programme, k.programme || '/' || k.year || '/' || k.serial || ' · ' || k.title, k.id,"
                                + " ?::text, k.originator, k.release_at from package k where " + where
                                + " and sees_package(k) order by k.release_at limit " + MOST,
                        Item.ofPackage(kind),
                        all.toArray())
                .stream()
                .map(its -> its.dueAt(programme.print().confirmWithin().after(its.since(), programme.zone())))
                .toList();
    }
}
