package lockstep.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One thing that is wrong in a request's body or parameters.
 *
 * @param pointer RFC 6901, e.g. {@code /subject/names/0/text}; a query parameter is {@code ?name}
 * @param reason in kebab case, e.g. {@code check-digit-wrong}
 * @param choices what may be given instead, where only that may; clients needn't read it out of the prose
 */
public record FieldError(
        String pointer,
        String reason,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> choices) {

    public FieldError {
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    public FieldError(String pointer, String reason, String detail) {
        this(pointer, reason, detail, List.of());
    }
}
