package lockstep.listing.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.kit.db.Sql;
import lockstep.listing.programme.Office;

/** Invitations to release in step that a programme's publisher or chair hasn't answered; due at the agreed instant. */
@ApplicationScoped
class EmbargoItems {
    private static final String INVITED =
            "select g.release_at, g.title, g.id, m.invited_agency, m.invited_at from embargo_member m"
                    + " join embargo_group g on g.id = m.group_id where m.programme = ? and m.package_id is null"
                    + " and m.left_at is null and g.release_at > acting_now() order by g.release_at limit 200";

    private final Sql sql;

    EmbargoItems(Sql sql) {
        this.sql = sql;
    }

    List<Item> of(String programme, Set<Office> offices) {
        if (!offices.contains(Office.PUBLISHER) && !offices.contains(Office.CHAIR)) {
            return List.of();
        }
        return sql.rows(
                INVITED,
                row -> new Item(
                        Sql.instant(row, 1),
                        "join-embargo",
                        programme,
                        row.getString(2),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        row.getObject(3, UUID.class),
                        "INVITED",
                        row.getString(4),
                        Sql.instant(row, 5)),
                programme);
    }
}
