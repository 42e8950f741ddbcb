package lockstep.local;

/** Why nothing could be started or found, in one line that a person can act on. */
public class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotStart(String why) {
        super(why);
    }

    public CannotStart(String why, Throwable cause) {
        super(why, cause);
    }
}
