package lockstep.listing.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import lockstep.kit.db.Sql;

/** What waits for a publisher until the release; due at the instant that counts, which an embargo group may have moved. */
@ApplicationScoped
class ReleaseItems {
    private static final String ITEM = "select coalesce(agreed_release(k.id), k.release_at)" + Item.OF_PACKAGE
            + " from package k where k.programme = ? and ";
    private static final String MOST = " and sees_package(k) order by k.formed_at limit 200";

    private final Sql sql;

    ReleaseItems(Sql sql) {
        this.sql = sql;
    }

    List<Item> of(String programme) {
        List<Item> all = new ArrayList<>();
        all.addAll(items("schedule", "k.status = 'ADOPTED'", programme));
        all.addAll(items("give-go", "waits_for_go(k)", programme));
        all.addAll(items("publish-watch", "k.status = 'SCHEDULED' and not waits_for_go(k)", programme));
        return all;
    }

    private List<Item> items(String kind, String where, String programme) {
        return sql.rows(ITEM + where + MOST, Item.ofPackage(kind), programme);
    }
}
