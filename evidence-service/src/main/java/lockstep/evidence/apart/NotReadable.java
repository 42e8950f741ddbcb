package lockstep.evidence.apart;

import java.util.Locale;

/** A file that could not be gone through: damaged, encrypted, or more than the process is given for one. */
public final class NotReadable extends Exception {
    private static final long serialVersionUID = 1;

    /** Why; those that a process tells itself, it tells by their {@link #told()}. */
    public enum Reason {
        DAMAGED,
        ENCRYPTED,
        TOO_HEAVY,
        NO_SUCH_PAGE,
        BUSY;

        public String told() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** A process is not trusted: what it says otherwise is taken for damage. */
        public static Reason told(String word) {
            for (Reason reason : values()) {
                if (reason.told().equals(word)) {
                    return reason;
                }
            }
            return DAMAGED;
        }
    }

    private final transient Reason reason;

    public NotReadable(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
