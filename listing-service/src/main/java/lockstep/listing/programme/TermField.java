package lockstep.listing.programme;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import lockstep.listing.subject.FieldProblem;

/**
 * One typed field of the decided text beside subject and reasons; its value is written as a string.
 *
 * @param choices of a CHOICE, or what is usual of a TEXT
 * @param notBefore of a DATE: the other one that it can't lie before
 */
public record TermField(
        String code, String label, Type type, boolean required, List<String> choices, String notBefore) {
    private static final int LONGEST = 4_000;
    private static final List<String> FLAGS = List.of("true", "false");

    public enum Type {
        TEXT,
        CHOICE,
        DATE,
        FLAG
    }

    public TermField {
        type = type == null ? Type.TEXT : type;
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    /** What is wrong with a value, if anything. */
    Optional<FieldProblem.Reason> problem(String value) {
        if (value == null || value.isBlank()) {
            return Optional.of(FieldProblem.Reason.MISSING);
        }
        FieldProblem.Reason reason =
                switch (type) {
                    case TEXT -> value.length() > LONGEST ? FieldProblem.Reason.TOO_LONG : null;
                    case DATE -> date(value) ? null : FieldProblem.Reason.MALFORMED_DATE;
                    case CHOICE, FLAG -> possible().contains(value) ? null : FieldProblem.Reason.NOT_AMONG_CHOICES;
                };
        return Optional.ofNullable(reason);
    }

    /** What the field takes, said of a value that it doesn't. */
    String allowed(FieldProblem.Reason wrong) {
        return switch (wrong) {
            case MALFORMED_DATE -> "A date as YYYY-MM-DD.";
            case NOT_AMONG_CHOICES -> "One of: " + String.join("; ", possible()) + ".";
            case TOO_LONG -> "At most " + LONGEST + " characters.";
            case ENDS_BEFORE_IT_BEGINS -> "Not before " + notBefore + ".";
            default -> "A value; leave the field out to give none.";
        };
    }

    /** All that a value may be; empty where anything may be written. */
    List<String> possible() {
        return switch (type) {
            case CHOICE -> choices;
            case FLAG -> FLAGS;
            case TEXT, DATE -> List.of();
        };
    }

    private static boolean date(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException none) {
            return false;
        }
    }
}
