package lockstep.listing.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;
import lockstep.listing.appointment.Absences.Absence;
import lockstep.listing.appointment.AppointmentRefused.Reason;

/** The holder is back before the declared end. */
@ApplicationScoped
public class EndAbsence {
    private final Appointments appointments;
    private final Absences absences;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    EndAbsence(Appointments appointments, Absences absences, Journal journal, Attempt attempt, InstantSource clock) {
        this.appointments = appointments;
        this.absences = absences;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    @Transactional
    public Absence end(UUID id, Actor actor) {
        Absence its =
                absences.lock(id).orElseThrow(() -> new AppointmentRefused(Reason.UNKNOWN_ABSENCE, "No such absence."));
        Appointment holder = appointments.require(its.appointmentId());
        attempt.on("appointment.absence-ended", "appointment", holder.id(), 1, holder.programme(), holder.protection());
        AppointmentRefused.unless(its.whyNotEnded(actor, clock.instant()));
        absences.end(id, actor.sub(), clock.instant());
        journal.append(DeclareAbsence.entry("appointment.absence-ended", holder, its));
        return absences.lock(id).orElseThrow();
    }
}
