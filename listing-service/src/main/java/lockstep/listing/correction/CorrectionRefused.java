package lockstep.listing.correction;

import java.util.List;

/** A command on a formal correction that its way, a guard or a bound doesn't allow; nothing was changed. */
public class CorrectionRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        UNKNOWN_CORRECTION("No such correction."),
        NOTHING_DECIDED("Only the text of an entry that has passed a stage and is not yet published is corrected."),
        NOTHING_PRINTED("Nothing of this proposal's text is printed, so nothing is corrected."),
        NOT_IN_THIS_STATUS("Not possible as the correction stands."),
        NO_OFFICE("You don't hold the office that does this in this programme."),
        NOT_CORRECTING("An analyst of the proposing agency, the chair or the secretariat makes a correction."),
        NOT_MAKING_AGENCY("Whoever made a correction withdraws it."),
        NO_SEAT("You hold no seat of the electorate that decided on this text."),
        FOUR_EYES("You have put a hand to this text or correction already: another person must do this."),
        RECUSED("You are recused from an entry of this package."),
        CORRECTION_PENDING("Another correction of this text is pending."),
        PERIOD_OVER("The tacit period is over."),
        STALE_TEXT("The text reads otherwise now."),
        OUT_OF_BOUNDS("A formal correction changes form alone.");

        private final String told;

        Reason(String told) {
            this.told = told;
        }

        public String told() {
            return told;
        }
    }

    /** What one change would overstep; {@code pointer} is a JSON pointer into the request. */
    public record Overstepped(String pointer, Bound bound) {}

    private final Reason reason;
    private final transient List<Overstepped> overstepped;

    CorrectionRefused(Reason reason, List<Overstepped> overstepped) {
        super(reason.told());
        this.reason = reason;
        this.overstepped = List.copyOf(overstepped);
    }

    CorrectionRefused(Reason reason) {
        this(reason, List.of());
    }

    public Reason reason() {
        return reason;
    }

    public List<Overstepped> overstepped() {
        return overstepped;
    }

    static void unless(Reason whyNot) {
        if (whyNot != null) {
            throw new CorrectionRefused(whyNot);
        }
    }
}
