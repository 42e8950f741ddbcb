package lockstep.listing.appointment;

/** An appointment that can't be made, confirmed or ended this way; nothing was changed. */
public class AppointmentRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        UNKNOWN_APPOINTMENT,
        UNKNOWN_PROGRAMME,
        UNKNOWN_SEAT,
        SEAT_OF_ANOTHER_AGENCY,
        OFFICE_NOT_OPEN_TO_AGENCY,
        SEAT_OR_OFFICE,
        NOT_PROPOSED,
        NOT_CONFIRMED,
        ANOTHER_AGENCY,
        FOUR_EYES,
        SECOND_SEAT,
        COVERS_NOTHING,
        PERSON_UNKNOWN,
        UNKNOWN_ABSENCE,
        NOT_A_HOLDER,
        NOT_YOURS,
        NO_DEPUTY,
        BEGINS_IN_THE_PAST,
        ENDS_TOO_EARLY,
        ALREADY_AWAY,
        NOT_AWAY
    }

    private final Reason reason;

    public AppointmentRefused(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** Throws if a guard of the appointment gave a reason. */
    static void unless(Reason whyNot) {
        if (whyNot != null) {
            throw new AppointmentRefused(
                    whyNot,
                    switch (whyNot) {
                        case NOT_PROPOSED -> "Only a proposed appointment can be confirmed.";
                        case NOT_CONFIRMED -> "This appointment has ended already.";
                        case FOUR_EYES -> "Neither the proposer nor the appointee confirms an appointment.";
                        case NOT_YOURS -> "The holder of a seat or the agency's registrar declares it.";
                        case NOT_AWAY -> "It is over already.";
                        case NOT_A_HOLDER ->
                            "Only somebody who holds a seat in person, and holds it now, is away from it.";
                        default -> "Only the appointee's own agency can do this.";
                    });
        }
    }

    public Reason reason() {
        return reason;
    }
}
