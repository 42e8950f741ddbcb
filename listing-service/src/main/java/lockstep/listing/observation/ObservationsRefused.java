package lockstep.listing.observation;

/** A command on a party's observations that isn't possible; nothing was changed. */
public class ObservationsRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        UNKNOWN_LISTING("No such listing."),
        UNKNOWN_OBSERVATIONS("No such observations."),
        NO_OFFICE("You hold no office of this programme that can do this."),
        LISTING_HAS_ENDED("The listing has ended."),
        ASSESSED_ALREADY("These observations are assessed."),
        RECEIVED_IN_FUTURE("The day of receipt lies in the future.");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final Reason reason;

    ObservationsRefused(Reason reason) {
        super(reason.words());
        this.reason = reason;
    }

    static void unless(Reason whyNot) {
        if (whyNot != null) {
            throw new ObservationsRefused(whyNot);
        }
    }

    public Reason reason() {
        return reason;
    }
}
