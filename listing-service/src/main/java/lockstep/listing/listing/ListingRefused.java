package lockstep.listing.listing;

/** An act on a listing that isn't possible; nothing was changed. */
public class ListingRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        UNKNOWN_LISTING,
        NO_OFFICE,
        NOTHING_TO_EXTEND,
        EXTENDED_ALREADY,
        NO_EXTENSION_TO_CONFIRM,
        FOUR_EYES,
        DATE_IN_FUTURE,
        BEFORE_THE_LISTING
    }

    private final Reason reason;

    public ListingRefused(Reason reason) {
        super(words(reason));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static String words(Reason reason) {
        return switch (reason) {
            case UNKNOWN_LISTING -> "No such listing.";
            case NO_OFFICE -> "You hold no office of this programme that can do this.";
            case NOTHING_TO_EXTEND -> "Only a listing of an urgent procedure that hasn't ended is extended.";
            case EXTENDED_ALREADY -> "It is extended once, no more.";
            case NO_EXTENSION_TO_CONFIRM -> "No extension awaits confirmation.";
            case FOUR_EYES -> "Another person of the secretariat must confirm it.";
            case DATE_IN_FUTURE -> "The decision lies in the future.";
            case BEFORE_THE_LISTING -> "Nothing is extended before it was listed: give a later date.";
        };
    }
}
