package lockstep.listing.decision;

import java.util.List;

/** A command on a package, round or record that its way or a guard doesn't allow; nothing was changed. */
public class DecisionRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        UNKNOWN_PACKAGE,
        UNKNOWN_ROUND,
        UNKNOWN_RECORD,
        UNKNOWN_ENTRY,
        UNKNOWN_EXHIBIT,
        UNKNOWN_PROGRAMME,
        UNKNOWN_SEAT,
        NOT_IN_THIS_STATUS,
        NO_OFFICE,
        NO_SEAT,
        NOT_READY,
        OTHER_PROGRAMME,
        OTHER_STAGE,
        KINDS_DONT_GO_TOGETHER,
        LISTING_TWICE,
        IN_ANOTHER_PACKAGE,
        EMPTY_PACKAGE,
        ROUND_IS_LIVE,
        ROUND_CLOSED,
        STAGE_IS_RECORDED,
        STAGE_IS_VOTED,
        SEAT_WITHOUT_HOLDER,
        CONSULTATION_MISSING,
        OBSERVATIONS_NOT_ASSESSED,
        EXHIBIT_NOT_OPEN,
        DEADLINE,
        BEFORE_RESERVE,
        STALE_PACKAGE,
        STAGE_PASSED_TOO_LONG_AGO,
        FOUR_EYES,
        RECUSED,
        REASON_NEEDED,
        NO_RESERVE_HERE,
        RESERVE_NOT_RENEWED,
        RESERVE_DATE,
        HOLDER_HAS_VOTED,
        NOTHING_TO_LIFT,
        NOTHING_TO_CARVE_OUT,
        MEDIATION_NOTE_MISSING,
        INSTRUMENT,
        NOTHING_ADOPTED,
        DATE_IN_FUTURE,
        RECORD_IS_OPEN,
        NOT_AWAITING_CONFIRMATION,
        NOTHING_TO_ESCALATE,
        NOT_OUTVOTED,
        WINDOW_IS_OPEN,
        RELEASE_IN_THE_PAST,
        OTHER_INSTANT_AGREED,
        ENTRY_INCOMPLETE,
        NUMBER_TWICE,
        LANGUAGE_VERSION_MISSING,
        EXHIBIT_NOT_RELEASED,
        EVIDENCE_UNREACHABLE,
        ON_HOLD,
        NOT_ON_HOLD,
        HOLD_OF_ANOTHER
    }

    /** One thing that is missing; {@code pointer} is a JSON pointer into the request or the package. */
    public record Missing(String pointer, String reason, String detail) {}

    private final Reason reason;
    private final transient List<Missing> missing;

    public DecisionRefused(Reason reason, String detail) {
        this(reason, detail, List.of());
    }

    public DecisionRefused(Reason reason, String detail, List<Missing> missing) {
        super(detail);
        this.reason = reason;
        this.missing = List.copyOf(missing);
    }

    public Reason reason() {
        return reason;
    }

    public List<Missing> missing() {
        return missing;
    }

    static void when(boolean not, Reason reason, String detail) {
        if (not) {
            throw new DecisionRefused(reason, detail);
        }
    }
}
