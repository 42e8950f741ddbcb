package lockstep.listing.note;

/** A command on a note that isn't its actor's to give; nothing was changed. */
public class NoteRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        UNKNOWN_NOTE,
        NOT_THE_OWNER,
        NOT_WIDER,
        NO_CASE
    }

    private final Reason reason;

    NoteRefused(Reason reason) {
        super(
                switch (reason) {
                    case UNKNOWN_NOTE -> "No such note.";
                    case NOT_THE_OWNER -> "Only the agency that wrote it can let others read it.";
                    case NOT_WIDER -> "They can read it already.";
                    case NO_CASE -> "A package belongs to no single case: its electorate is the widest audience.";
                });
        this.reason = reason;
    }

    static void unless(Reason whyNot) {
        if (whyNot != null) {
            throw new NoteRefused(whyNot);
        }
    }

    public Reason reason() {
        return reason;
    }
}
