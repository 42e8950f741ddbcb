package lockstep.listing.appointment;

import java.time.Instant;
import java.util.UUID;

/** What the history keeps of an appointment, and what evidence-service needs of an auditor's. */
record AppointmentEvent(
        UUID appointmentId,
        String sub,
        String account,
        String agency,
        String programme,
        String seat,
        String office,
        boolean alternate,
        Wanted.Covers covers,
        Instant from,
        Instant to) {

    static AppointmentEvent of(Appointment its) {
        return new AppointmentEvent(
                its.id(),
                its.sub(),
                its.account(),
                its.agency(),
                its.programme(),
                its.seat(),
                its.office(),
                its.alternate(),
                new Wanted.Covers(its.coversAgencies(), its.coversProgrammes()),
                its.validFrom(),
                its.validTo());
    }
}
