package lockstep.listing.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lockstep.auth.Actor;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;

/** Lists of appointments: those of the reader's agency, and of the programmes in which the reader holds an office. */
@ApplicationScoped
public class AppointmentQueries {
    private final Appointments appointments;

    AppointmentQueries(Appointments appointments) {
        this.appointments = appointments;
    }

    @ReadOnly
    public List<Appointment> heldBy(Actor actor) {
        return appointments.heldBy(actor);
    }

    @ReadOnly
    public List<Appointment> visibleTo(
            Actor actor, String programme, String agency, Appointment.Status status, Cursor after, Limit limit) {
        StringBuilder where = new StringBuilder("(agency = :mine or programme in :offices)");
        Map<String, Object> values = new HashMap<>();
        values.put("mine", actor.agency().code());
        values.put("offices", officeProgrammes(actor));
        filter(where, values, "programme", programme);
        filter(where, values, "agency", agency);
        filter(where, values, "status", status);
        if (after != null) {
            where.append(" and (programme > :afterProgramme or programme = :afterProgramme and id > :afterId)");
            values.put("afterProgramme", after.text(0));
            values.put("afterId", after.uuid(1));
        }
        return appointments
                .find(where + " order by programme, id", values)
                .range(0, limit.value())
                .list();
    }

    private List<String> officeProgrammes(Actor actor) {
        List<String> programmes = appointments.heldBy(actor).stream()
                .filter(its -> its.office() != null)
                .flatMap(its -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(its.programme()), its.coversProgrammes().stream()))
                .distinct()
                .toList();
        return programmes.isEmpty() ? List.of("") : programmes;
    }

    private static void filter(StringBuilder where, Map<String, Object> values, String field, Object value) {
        if (value != null) {
            String name = "f" + values.size();
            where.append(" and ").append(field).append(" = :").append(name);
            values.put(name, value);
        }
    }
}
