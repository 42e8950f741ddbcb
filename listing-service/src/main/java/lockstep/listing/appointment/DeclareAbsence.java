package lockstep.listing.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;
import lockstep.listing.appointment.Absences.Absence;
import lockstep.listing.appointment.AppointmentRefused.Reason;

/**
 * A seat's holder, or the agency's registrar, says from when to when the holder is away and which alternate of the seat stands
 * in. It gives nobody a power: the alternate's own appointment was put into force by two persons.
 */
@ApplicationScoped
public class DeclareAbsence {
    private final Appointments appointments;
    private final Absences absences;
    private final Journal journal;
    private final Attempt attempt;
    private final InstantSource clock;

    DeclareAbsence(
            Appointments appointments, Absences absences, Journal journal, Attempt attempt, InstantSource clock) {
        this.appointments = appointments;
        this.absences = absences;
        this.journal = journal;
        this.attempt = attempt;
        this.clock = clock;
    }

    /** {@code from} null, or within the minute that runs: from now on. */
    @Transactional
    public Absence declare(UUID appointmentId, UUID deputyId, Instant from, Instant until, Actor actor) {
        Appointment holder = appointments.require(appointmentId);
        attempt.on(
                "appointment.absence-declared",
                "appointment",
                appointmentId,
                1,
                holder.programme(),
                holder.protection());
        appointments.getEntityManager().refresh(holder, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant();
        AppointmentRefused.unless(holder.whyNotAway(actor, now));
        if (from != null && from.isBefore(now.truncatedTo(ChronoUnit.MINUTES))) {
            throw new AppointmentRefused(
                    Reason.BEGINS_IN_THE_PAST,
                    "An absence begins now or later: what was signed since stays as it was.");
        }
        Instant begin = from == null || from.isBefore(now) ? now : from;
        if (!until.isAfter(begin) || !until.isAfter(now)) {
            throw new AppointmentRefused(Reason.ENDS_TOO_EARLY, "It ends before it begins, or lies in the past.");
        }
        Appointment deputy = appointments.require(deputyId);
        if (!deputy.standsInFor(holder, begin)) {
            throw new AppointmentRefused(Reason.NO_DEPUTY, "The deputy must be an alternate of this seat then.");
        }
        if (absences.overlaps(appointmentId, begin, until)) {
            throw new AppointmentRefused(Reason.ALREADY_AWAY, "Another absence is declared for a part of that time.");
        }
        Absence its = new Absence(
                UUID.randomUUID(),
                appointmentId,
                deputyId,
                holder.programme(),
                holder.seat(),
                holder.agency(),
                holder.sub(),
                holder.account(),
                deputy.sub(),
                deputy.account(),
                begin,
                until,
                null);
        absences.add(its, actor.sub(), now);
        journal.append(entry("appointment.absence-declared", holder, its));
        return its;
    }

    static JournalEntry entry(String type, Appointment holder, Absence its) {
        return new JournalEntry(
                type,
                1,
                "appointment",
                holder.id(),
                1,
                holder.programme(),
                holder.seat(),
                holder.protection(),
                new Away(its.id(), its.sub(), new Away.Deputy(its.deputySub()), its.from(), its.until()));
    }

    /** {@code as}: who stands in for {@code sub}. */
    record Away(UUID absenceId, String sub, Deputy as, Instant from, Instant to) {
        record Deputy(String sub) {}
    }
}
