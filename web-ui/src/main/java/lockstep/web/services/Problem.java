package lockstep.web.services;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** An RFC 9457 answer of a service; its reason is the last part of {@code type}. {@code roles}: whose act it would be. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String correlationId,
        List<FieldError> errors,
        List<String> roles) {

    /** One field's fault, at a JSON pointer into what was sent; {@code choices}: those of which the field takes one. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record FieldError(String pointer, String reason, String detail, List<String> choices) {
        public FieldError {
            choices = choices == null ? List.of() : List.copyOf(choices);
        }
    }

    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
        roles = roles == null ? List.of() : List.copyOf(roles);
    }

    static Problem unreadable(int status) {
        return new Problem("urn:lockstep:problem:internal", null, status, null, null, List.of(), List.of());
    }

    public String reason() {
        return type == null ? "internal" : type.substring(type.lastIndexOf(':') + 1);
    }
}
