package lockstep.evidence.exhibit;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import lockstep.evidence.transfer.LegalBasis;
import lockstep.kit.problem.FieldError;
import lockstep.kit.problem.ProblemException;

/** Collects what is wrong with the fields of one input, so that all of it is said at once. */
public final class Fields {
    private static final int NECESSITY = 1000;

    private final List<FieldError> errors = new ArrayList<>();

    public void wrong(String pointer, String reason, String detail) {
        errors.add(new FieldError(pointer, reason, detail));
    }

    public void wrong(FieldError error) {
        errors.add(error);
    }

    /** What was found wrong with a part that stands there. */
    public void wrong(String at, Fields part) {
        part.errors.forEach(error -> wrong(at + error.pointer(), error.reason(), error.detail()));
    }

    public void when(boolean wrong, String pointer, String reason, String detail) {
        if (wrong) {
            wrong(pointer, reason, detail);
        }
    }

    public boolean none() {
        return errors.isEmpty();
    }

    public void refuseWrong() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    /** One line of text for people: control and direction-changing characters are not text. */
    public String line(String pointer, String value, int longest) {
        if (value == null || value.isBlank()) {
            wrong(pointer, "missing", "This is needed.");
        } else if (value.length() > longest) {
            wrong(pointer, "too-long", "At most " + longest + " characters.");
        } else if (value.codePoints().anyMatch(Fields::noText)) {
            wrong(pointer, "malformed", "It contains characters that cannot be shown.");
        }
        return value == null ? null : value.strip();
    }

    /** The same over several lines, or none. */
    public String lines(String pointer, String value, int longest) {
        if (value == null || value.isBlank()) {
            return null;
        }
        line(pointer, value.replaceAll("\\R", " "), longest);
        return value.strip();
    }

    /** A legal basis that was said with its necessity, or none. */
    public LegalBasis legalBasis(String pointer, LegalBasis said) {
        return said == null
                ? null
                : new LegalBasis(
                        line(pointer + "/code", said.code(), 40),
                        line(pointer + "/necessity", said.necessity(), NECESSITY));
    }

    /** True for a character that cannot be shown, or changes how others are. */
    public static boolean noText(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT && c != 0x200C && c != 0x200D
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }

    /** A list that is there, not too long, and without gaps. */
    public void list(String pointer, List<?> values, int most) {
        if (values == null) {
            wrong(pointer, "missing", "This is needed.");
        } else if (values.size() > most) {
            wrong(pointer, "too-many", "At most " + most + ".");
        } else if (values.stream().anyMatch(Objects::isNull)) {
            wrong(pointer, "malformed", "An entry is empty.");
        }
    }

    public String required(String pointer, String value, String pattern) {
        if (value == null) {
            wrong(pointer, "missing", "This is needed.");
            return null;
        }
        return optional(pointer, value, pattern);
    }

    String optional(String pointer, String value, String pattern) {
        if (value != null && !value.matches(pattern)) {
            wrong(pointer, "malformed", "It is not in the expected form.");
        }
        return value;
    }

    public <E extends Enum<E>> E oneOf(String pointer, String value, Class<E> type) {
        if (value == null) {
            wrong(pointer, "missing", "This is needed.");
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseGet(() -> {
                    wrong(pointer, "unknown-value", "One of " + Arrays.toString(type.getEnumConstants()) + ".");
                    return null;
                });
    }

    public Instant instant(String pointer, String value) {
        if (value == null) {
            wrong(pointer, "missing", "This is needed.");
            return null;
        }
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException notATime) {
            wrong(pointer, "malformed", "An instant as in RFC 3339.");
            return null;
        }
    }

    /** An absolute web address, or none. */
    String address(String pointer, String value) {
        if (value != null && (value.length() > 2000 || !webAddress(value))) {
            wrong(pointer, "malformed", "An absolute http or https address of at most 2000 characters.");
        }
        return value;
    }

    private static boolean webAddress(String value) {
        try {
            URI uri = new URI(value);
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
