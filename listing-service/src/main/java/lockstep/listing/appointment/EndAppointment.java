package lockstep.listing.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;

/** An agency's registrar ends an appointment; what was done under it stays as it was. */
@ApplicationScoped
public class EndAppointment {
    private final Appointments appointments;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    EndAppointment(Appointments appointments, Journal journal, Attempt attempt, InstantSource clock) {
        this.appointments = appointments;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    @Transactional
    public Appointment end(UUID id, String reason, Actor actor) {
        Appointment its = appointments.require(id);
        attempt.on("appointment.ended", "appointment", id, 1, its.programme(), its.protection());
        its.end(actor, reason, clock.instant());
        appointments.flush();
        journal.append(new JournalEntry(
                "appointment.ended",
                1,
                "appointment",
                id,
                1,
                its.programme(),
                its.seat(),
                its.protection(),
                AppointmentEvent.of(its)));
        return its;
    }
}
