package lockstep.listing.listing;

import java.util.List;

/** An act on what was printed that isn't possible; nothing was changed. */
public class PrintRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        UNKNOWN_LISTING,
        UNKNOWN_PACKAGE,
        UNKNOWN_ACCEPTANCE,
        NO_OFFICE,
        RECUSED,
        NOT_RELEASED,
        NOTHING_TO_CONFIRM,
        PRINT_REFUSED,
        CONFIRMED_ALREADY,
        SETTLED_ALREADY,
        NO_DISCREPANCY,
        PRINT_IS_STALE,
        ACCEPTANCE_IS_OPEN,
        NO_ACCEPTANCE,
        FOUR_EYES
    }

    /** One field that is wrong: JSON pointer, reason in kebab case, sentence. */
    public record Fault(String pointer, String reason, String detail) {}

    private final Reason reason;
    private final transient List<Fault> faults;

    public PrintRefused(Reason reason) {
        this(reason, List.of());
    }

    PrintRefused(Reason reason, List<Fault> faults) {
        super(words(reason));
        this.reason = reason;
        this.faults = List.copyOf(faults);
    }

    static void when(Reason whyNot) {
        if (whyNot != null) {
            throw new PrintRefused(whyNot);
        }
    }

    public Reason reason() {
        return reason;
    }

    public List<Fault> faults() {
        return faults;
    }

    static String words(Reason reason) {
        return switch (reason) {
            case UNKNOWN_LISTING -> "No such listing.";
            case UNKNOWN_PACKAGE -> "No such package.";
            case UNKNOWN_ACCEPTANCE -> "No such acceptance.";
            case NO_OFFICE -> "You don't hold the office of publisher in this programme.";
            case RECUSED -> "You are recused from an entry of its package.";
            case NOT_RELEASED -> "The package isn't released yet.";
            case NOTHING_TO_CONFIRM -> "No listing of this package awaits what was printed.";
            case PRINT_REFUSED -> "Something in what was entered is not right.";
            case CONFIRMED_ALREADY -> "It is confirmed already.";
            case SETTLED_ALREADY -> "An amendment or a removal has settled it.";
            case NO_DISCREPANCY -> "The last print that was entered doesn't differ.";
            case PRINT_IS_STALE -> "Another print has been entered since.";
            case ACCEPTANCE_IS_OPEN -> "An acceptance awaits another person.";
            case NO_ACCEPTANCE -> "No acceptance awaits another person.";
            case FOUR_EYES -> "Another publisher must do this.";
        };
    }
}
