package lockstep.listing.appointment.web;

import jakarta.ws.rs.ext.Provider;
import lockstep.kit.web.RefusalMapper;
import lockstep.listing.appointment.AppointmentRefused;
import lockstep.listing.casefile.WhyNot;

/** Which status each refusal of an appointment has. */
@Provider
public class AppointmentRefusedMapper extends RefusalMapper<AppointmentRefused> {
    @Override
    protected int status(AppointmentRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_APPOINTMENT, UNKNOWN_ABSENCE -> 404;
            case UNKNOWN_PROGRAMME,
                    UNKNOWN_SEAT,
                    SEAT_OR_OFFICE,
                    COVERS_NOTHING,
                    PERSON_UNKNOWN,
                    NO_DEPUTY,
                    BEGINS_IN_THE_PAST,
                    ENDS_TOO_EARLY -> 422;
            case SEAT_OF_ANOTHER_AGENCY, OFFICE_NOT_OPEN_TO_AGENCY, ANOTHER_AGENCY, NOT_YOURS -> 403;
            case NOT_PROPOSED, NOT_CONFIRMED, FOUR_EYES, SECOND_SEAT, NOT_A_HOLDER, ALREADY_AWAY, NOT_AWAY -> 409;
        };
    }

    @Override
    protected String reason(AppointmentRefused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_APPOINTMENT, UNKNOWN_ABSENCE -> "not-found";
            default -> WhyNot.word(refused.reason());
        };
    }
}
