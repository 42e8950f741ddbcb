package lockstep.listing.embargo;

/** An act on an embargo group that isn't possible; nothing was changed. */
public class EmbargoRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        UNKNOWN_GROUP,
        UNKNOWN_MEMBER,
        UNKNOWN_PROGRAMME,
        NO_OFFICE,
        RELEASE_IN_THE_PAST,
        INSTANT_IS_THAT,
        INVITED_ALREADY,
        IN_A_GROUP,
        NOT_INVITED,
        PACKAGE_IS_OVER,
        RELEASED_ALREADY,
        SCHEDULED_STILL,
        NOT_IN_FUTURE
    }

    private final Reason reason;

    public EmbargoRefused(Reason reason) {
        super(words(reason));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static void when(boolean not, Reason reason) {
        if (not) {
            throw new EmbargoRefused(reason);
        }
    }

    static String words(Reason reason) {
        return switch (reason) {
            case UNKNOWN_GROUP -> "No such embargo group.";
            case UNKNOWN_MEMBER -> "No such member of this group.";
            case UNKNOWN_PROGRAMME -> "No programme has this code.";
            case NO_OFFICE -> "Only publisher or chair of a programme that takes part can do this.";
            case RELEASE_IN_THE_PAST -> "The moment of release must lie ahead.";
            case INSTANT_IS_THAT -> "The release is agreed for that moment already.";
            case INVITED_ALREADY -> "This programme is invited or takes part already.";
            case IN_A_GROUP -> "The package is in an embargo group already.";
            case NOT_INVITED -> "This programme isn't invited to the group.";
            case PACKAGE_IS_OVER -> "The package is published or dissolved.";
            case RELEASED_ALREADY -> "A member is published already, so the moment can't be moved.";
            case SCHEDULED_STILL -> "The package is scheduled: take that back first.";
            case NOT_IN_FUTURE -> "What is reported can't lie in the future.";
        };
    }
}
