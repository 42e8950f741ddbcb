package lockstep.kit.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects everything that is wrong with one request, so that its sender is told all of it at once. */
public final class Checks {
    private final List<FieldError> errors = new ArrayList<>();

    /** 400 {@code malformed-body} where there is no body at all. */
    public static void given(Object body) {
        if (body == null) {
            throw new ProblemException(400, "malformed-body", "Send a JSON object.");
        }
    }

    /** A text that must be there, of at most so many characters. */
    public Checks text(String pointer, String value, int most) {
        when(value == null || value.isBlank(), pointer, "missing", "This is needed.");
        return optionalText(pointer, value, most);
    }

    public Checks optionalText(String pointer, String value, int most) {
        return when(value != null && value.length() > most, pointer, "too-long", "At most " + most + " characters.");
    }

    /** Beside its length: a list or a heading prints it as it is. */
    public Checks line(String pointer, String value) {
        boolean broken = value != null && value.chars().anyMatch(Character::isISOControl);
        return when(broken, pointer, "several-lines", "One line, without tabs or other control characters.");
    }

    public Checks present(String pointer, Object value) {
        return when(value == null, pointer, "missing", "This is needed.");
    }

    public Checks when(boolean wrong, String pointer, String reason, String detail) {
        if (wrong) {
            errors.add(new FieldError(pointer, reason, detail));
        }
        return this;
    }

    public Checks all(Collection<FieldError> found) {
        errors.addAll(found);
        return this;
    }

    /** 422 {@code invalid-input} if anything was wrong. */
    public void pass() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
