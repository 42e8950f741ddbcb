package lockstep.listing.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.kit.db.Sql;
import lockstep.listing.programme.Office;

/** What listed parties wrote and nobody has assessed yet. */
@ApplicationScoped
class ObservationsItems {
    private static final String ITEM =
            "select null::timestamptz, o.programme, l.name, l.native_name, l.native_language,"
                    + " o.case_id, o.proposal_id, null::uuid, 'RECEIVED', o.registered_agency, o.registered_at from observations o"
                    + " join listing l on l.id = o.listing_id join proposal p on p.id = o.proposal_id"
                    + " where o.programme = ? and o.assessed_at is null and sees_proposal(p)";
    private static final String MOST = " order by o.registered_at limit 200";

    private final Sql sql;

    ObservationsItems(Sql sql) {
        this.sql = sql;
    }

    List<Item> of(String programme, Set<Office> offices, Actor actor) {
        List<Item> all = new ArrayList<>();
        if (offices.contains(Office.LEGAL) || offices.contains(Office.CHAIR)) {
            all.addAll(sql.rows(ITEM + MOST, Item.ofProposal("assess-observations"), programme));
        } else if (actor.has(Role.ANALYST)) {
            all.addAll(sql.rows(
                    ITEM + " and p.agency = ?" + MOST,
                    Item.ofProposal("assess-observations"),
                    programme,
                    actor.agency().code()));
        }
        return all;
    }
}
