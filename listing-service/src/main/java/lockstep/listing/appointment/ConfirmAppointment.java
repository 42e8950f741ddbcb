package lockstep.listing.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;

/** The appointee's agency's registrar puts an appointment into force, as the second person. */
@ApplicationScoped
public class ConfirmAppointment {
    private final Appointments appointments;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    ConfirmAppointment(Appointments appointments, Journal journal, Attempt attempt, InstantSource clock) {
        this.appointments = appointments;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    @Transactional
    public Appointment confirm(UUID id, Actor actor) {
        Appointment its = appointments.require(id);
        attempt.on("appointment.confirmed", "appointment", id, 1, its.programme(), its.protection());
        if (its.seat() != null && appointments.holdsAnotherSeat(its)) {
            throw new AppointmentRefused(
                    AppointmentRefused.Reason.SECOND_SEAT, "This person holds a seat of the programme already.");
        }
        its.confirm(actor, clock.instant());
        appointments.flush();
        journal.append(new JournalEntry(
                "appointment.confirmed",
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
