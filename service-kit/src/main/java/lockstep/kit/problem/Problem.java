package lockstep.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The body of every error answer (RFC 9457); clients go by {@code type}, never by its prose.
 *
 * @param type {@code urn:lockstep:problem:<reason>}
 * @param members extension members, written beside the others
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        UUID correlationId,
        List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> members) {

    public static final String TYPE = "urn:lockstep:problem:";
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
        members = members == null ? Map.of() : Map.copyOf(members);
    }

    public static Problem of(ProblemException refused, UUID correlationId) {
        String reason = refused.reason();
        return new Problem(
                TYPE + reason,
                reason.substring(0, 1).toUpperCase() + reason.substring(1).replace('-', ' '),
                refused.status(),
                refused.getMessage(),
                null,
                correlationId,
                refused.errors(),
                refused.members());
    }
}
