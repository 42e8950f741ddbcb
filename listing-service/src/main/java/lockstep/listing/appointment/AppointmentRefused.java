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
        COVERS_NOTHING
    }

    private final Reason reason;

    public AppointmentRefused(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
