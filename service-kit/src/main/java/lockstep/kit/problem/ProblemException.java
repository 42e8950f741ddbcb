package lockstep.kit.problem;

import java.util.List;
import java.util.Map;

/** A request that cannot be answered as asked, with everything its problem document says. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String reason;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> members;

    public ProblemException(int status, String reason, String detail) {
        this(status, reason, detail, List.of());
    }

    public ProblemException(int status, String reason, String detail, List<FieldError> errors) {
        this(status, reason, detail, errors, Map.of());
    }

    /** With extension members, which stand in the problem document beside the standard ones. */
    public ProblemException(
            int status, String reason, String detail, List<FieldError> errors, Map<String, Object> members) {
        super(detail);
        this.status = status;
        this.reason = reason;
        this.errors = List.copyOf(errors);
        this.members = Map.copyOf(members);
    }

    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(422, "invalid-input", "Some fields are not as they must be.", errors);
    }

    /** One parameter of the query that is not as it must be. */
    public static ProblemException invalidParameter(String name, String reason, String detail) {
        return invalid(List.of(new FieldError("?" + name, reason, detail)));
    }

    /** The same for what is not there and for what this reader may not see. */
    public static ProblemException notFound() {
        return new ProblemException(404, "not-found", "There is nothing here that you can see.");
    }

    public static ProblemException malformedText() {
        return new ProblemException(422, "malformed-text", "A text holds a character that no text can hold.");
    }

    public static ProblemException turnedText() {
        return new ProblemException(
                422,
                "turned-text",
                "A text holds an invisible character that turns the direction of writing (U+202A to U+202E, U+2066 to"
                        + " U+2069): leave it out.");
    }

    public static ProblemException unseenText() {
        return new ProblemException(
                422, "unseen-text", "A text holds only characters that nobody can see: write it, or leave it empty.");
    }

    /** The same, said of one place. */
    public ProblemException at(String pointer) {
        return new ProblemException(
                status, reason, getMessage(), List.of(new FieldError(pointer, reason, getMessage())), members);
    }

    public static ProblemException conflict(String reason, String detail) {
        return new ProblemException(409, reason, detail);
    }

    public static ProblemException stale() {
        return new ProblemException(412, "stale", "It has changed since you read it.");
    }

    public static ProblemException preconditionRequired() {
        return new ProblemException(428, "precondition-required", "Send If-Match with the ETag of what you have read.");
    }

    public int status() {
        return status;
    }

    /** In kebab case; the tail of the problem's type. */
    public String reason() {
        return reason;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> members() {
        return members;
    }
}
