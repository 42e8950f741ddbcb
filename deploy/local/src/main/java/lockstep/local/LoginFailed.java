package lockstep.local;

/** The identity provider answered something else than a form or the code; the message says what. */
public class LoginFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LoginFailed(String why) {
        super(why);
    }

    public LoginFailed(String why, Throwable cause) {
        super(why, cause);
    }
}
