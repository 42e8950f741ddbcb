package lockstep.listing.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.db.Sql;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.JournalEntry;
import lockstep.listing.appointment.AppointmentRefused.Reason;
import lockstep.listing.programme.Office;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;

/** An agency's admin names a person of its own agency for a seat or office that the programme gives to that agency. */
@ApplicationScoped
public class ProposeAppointment {
    private final Appointments appointments;
    private final Programmes programmes;
    private final Sql sql;
    private final Journal journal;
    private final InstantSource clock;

    ProposeAppointment(
            Appointments appointments, Programmes programmes, Sql sql, Journal journal, InstantSource clock) {
        this.appointments = appointments;
        this.programmes = programmes;
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public Appointment propose(Wanted wanted, Actor actor) {
        String agency = actor.agency().code();
        if ((wanted.seat() == null) == (wanted.office() == null)) {
            throw new AppointmentRefused(Reason.SEAT_OR_OFFICE, "Name either a seat or an office.");
        }
        if (Appointment.AUDITOR.equals(wanted.office())) {
            if (wanted.covers().agencies().isEmpty()
                    && wanted.covers().programmes().isEmpty()) {
                throw new AppointmentRefused(
                        Reason.COVERS_NOTHING, "Say which agencies or programmes the auditor covers.");
            }
        } else {
            belongs(wanted, agency);
        }
        known(wanted, agency);
        Appointment proposed = new Appointment(UUID.randomUUID(), wanted, actor, clock.instant());
        appointments.persistAndFlush(proposed);
        journal.append(new JournalEntry(
                "appointment.proposed",
                1,
                "appointment",
                proposed.id(),
                1,
                wanted.programme(),
                wanted.seat(),
                proposed.protection(),
                AppointmentEvent.of(proposed)));
        return proposed;
    }

    /** Whoever has acted here before is known by account and agency; of others the token says it when they act. */
    private void known(Wanted wanted, String agency) {
        sql.first(
                        "select account, agency from person where sub = ?",
                        row -> List.of(row.getString(1), row.getString(2)),
                        wanted.sub())
                .filter(person -> !person.equals(List.of(wanted.account(), agency)))
                .ifPresent(other -> {
                    throw new AppointmentRefused(
                            Reason.PERSON_UNKNOWN, "Your agency has no account of this name and id.");
                });
    }

    private static Office office(String code) {
        try {
            return Office.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            throw new AppointmentRefused(Reason.SEAT_OR_OFFICE, "No office is called so.");
        }
    }

    private void belongs(Wanted wanted, String agency) {
        Programme programme = programmes
                .find(wanted.programme())
                .orElseThrow(() -> new AppointmentRefused(Reason.UNKNOWN_PROGRAMME, "No programme has this code."));
        if (wanted.seat() != null) {
            String of = programme
                    .seat(wanted.seat())
                    .orElseThrow(() -> new AppointmentRefused(Reason.UNKNOWN_SEAT, "The programme has no such seat."))
                    .agency();
            if (!of.equals(agency)) {
                throw new AppointmentRefused(Reason.SEAT_OF_ANOTHER_AGENCY, "This seat belongs to another agency.");
            }
        } else if (!programme.eligible(office(wanted.office()), agency)) {
            throw new AppointmentRefused(
                    Reason.OFFICE_NOT_OPEN_TO_AGENCY, "The programme doesn't give this office to your agency.");
        }
    }
}
