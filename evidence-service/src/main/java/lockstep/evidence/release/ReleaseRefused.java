package lockstep.evidence.release;

import java.util.Locale;

/** Something about a release that was asked for and is not done; the reason is for programs, the message for people. */
public class ReleaseRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        NOT_FOUND("There is nothing here that you can see."),
        NOT_RELEASE_OFFICER("Only a release officer of the agency that brought the exhibits decides."),
        NOT_SEEN("None of these exhibits is open to you: an officer who sees it lets it out. You may deny it."),
        OWN_REQUEST("Whoever asked for it doesn't decide it: another release officer does."),
        NOT_THE_ASKING_AGENCY("Only the agency that asked may withdraw the request."),
        NOT_IN_THIS_STATUS("As the request stands this can't be done."),
        NOT_REVOCABLE("A downgrade is done once and for all; it can't be revoked."),
        SEVERAL_ORIGINATORS("These exhibits come from several agencies: ask each of them by a request of its own."),
        ALREADY_ASKED("Your agency has already asked for this, and it isn't decided yet."),
        COPY_NOT_CHECKED("A redacted copy goes out once it was looked through for what must be gone from it."),
        COPY_NOT_FIT("What was to be removed is still in a redacted copy, or may be; it doesn't go out so."),
        AWAITING_CONTENT("The content of a version has not come yet."),
        EXHIBIT_WITHDRAWN("An exhibit has been withdrawn: nothing of it is released."),
        EXHIBIT_FROZEN("An exhibit is frozen as spilled: nothing of it is released."),
        EXHIBIT_DISPOSED("An exhibit has been disposed of: there is nothing to release."),
        NOT_A_DOWNGRADE(
                "A downgrade asks less of its readers: no higher level, no further condition, no reader fewer.");

        private final String message;

        Reason(String message) {
            this.message = message;
        }

        /** The tail of the problem's type, e.g. {@code own-request}. */
        public String kebab() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    public ReleaseRefused(Reason reason) {
        super(reason.message);
        this.reason = reason;
    }

    static void when(boolean wrong, Reason reason) {
        if (wrong) {
            throw new ReleaseRefused(reason);
        }
    }

    public Reason reason() {
        return reason;
    }
}
