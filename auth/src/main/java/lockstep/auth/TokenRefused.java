package lockstep.auth;

/** A verified token that still names nobody who could act here. */
public class TokenRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TokenRefused(String why) {
        super(why);
    }
}
