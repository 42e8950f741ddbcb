package lockstep.listing.casefile;

/** A command on a case that its rules don't allow; nothing was changed. */
public class CaseRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        UNKNOWN_CASE,
        UNKNOWN_SUBJECT,
        NOT_THE_CREATOR,
        NOT_TAKING_PART,
        ALREADY_TAKES_PART,
        CREATOR_STAYS,
        UNKNOWN_AGENCY,
        ALREADY_RECUSED,
        SUBJECT_UNDER_REVIEW,
        MATERIAL_CHANGE_UNCONFIRMED
    }

    private final Reason reason;

    public CaseRefused(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
