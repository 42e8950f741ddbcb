package lockstep.listing.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import lockstep.auth.Actor;
import lockstep.kit.db.Sql;
import lockstep.listing.appointment.Appointment;
import lockstep.listing.appointment.Appointments;
import lockstep.listing.programme.Office;

/** Formal corrections that wait for a lawyer, and those that a seat sees until their period ends. */
@ApplicationScoped
class CorrectionItems {
    private static final String ITEM =
            "select c.period_ends_at, c.programme, p.name, p.native_name, p.native_language, p.case_id, p.id, null::uuid,"
                    + " c.status, c.made_agency, coalesce(c.confirmed_at, c.made_at) from correction c"
                    + " join proposal p on p.id = c.proposal_id where sees_proposal(p) and c.programme = ? and ";
    private static final String MOST = " order by c.made_at limit 200";

    private final Sql sql;
    private final Appointments appointments;

    CorrectionItems(Sql sql, Appointments appointments) {
        this.sql = sql;
        this.appointments = appointments;
    }

    List<Item> of(Actor actor) {
        List<Item> all = new ArrayList<>();
        for (Appointment held : appointments.heldBy(actor)) {
            if (held.seat() != null) {
                all.addAll(items(
                        "correction-see",
                        "c.status = 'TACIT' and ? = any (c.electorate)",
                        held.programme(),
                        held.seat()));
            } else if (Office.LEGAL.name().equalsIgnoreCase(held.office())) {
                all.addAll(items(
                        "correction-confirm",
                        "c.status = 'PROPOSED' and c.made_by <> ?",
                        held.programme(),
                        actor.sub()));
            }
        }
        return all;
    }

    private List<Item> items(String kind, String where, Object... values) {
        return sql.rows(ITEM + where + MOST, Item.ofProposal(kind), values);
    }
}
