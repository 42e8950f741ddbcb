package lockstep.web.services;

/** A service's answer that is not the one asked for: its status and problem, and whether a stronger login would help. */
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Problem problem;
    private final boolean strongerLogin;

    public Refusal(int status, Problem problem, boolean strongerLogin) {
        super(status + " " + problem.reason());
        this.status = status;
        this.problem = problem;
        this.strongerLogin = strongerLogin;
    }

    public int status() {
        return status;
    }

    public Problem problem() {
        return problem;
    }

    /** True for the RFC 9470 challenge: the same request passes after a login at level 2. */
    public boolean asksForStrongerLogin() {
        return strongerLogin;
    }

    /** True if the person can mend it in the form: neither a login, nor a missing thing, nor the service's own fault. */
    public boolean mendable() {
        return status >= 400 && status < 500 && status != 401 && status != 404;
    }
}
