package lockstep.evidence.watermark;

/** A PDF that could not be gone through: damaged, encrypted, or more than the process is given for one. */
public final class NotReadable extends Exception {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        DAMAGED,
        ENCRYPTED,
        TOO_HEAVY,
        BUSY
    }

    private final transient Reason reason;

    NotReadable(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
