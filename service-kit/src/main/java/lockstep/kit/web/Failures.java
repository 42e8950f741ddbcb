package lockstep.kit.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.auth.TokenRefused;
import lockstep.kit.problem.FieldError;
import lockstep.kit.problem.ProblemException;
import org.hibernate.StaleStateException;
import org.jboss.resteasy.reactive.ClientWebApplicationException;

/** What an exception from below means to the client; says nothing of how the service is built. */
public final class Failures {
    private static final int DEEPEST = 20;

    private Failures() {}

    /** The first cause that has a meaning of its own; empty for a failure of ours. */
    static Optional<ProblemException> meaning(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .map(Failures::meaningOfOne)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The problem that would answer the request if this one thing were all of it; for a request on many. */
    public static ProblemException problem(RuntimeException failure) {
        return meaning(failure).orElseGet(Failures::internal);
    }

    static ProblemException internal() {
        return new ProblemException(500, "internal", "Something failed here. Quote the correlation id when you ask.");
    }

    private static Optional<ProblemException> meaningOfOne(Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case ProblemException problem -> problem;
                    case TokenRefused refused -> new ProblemException(401, "token-refused", refused.getMessage());
                    case OptimisticLockException _, StaleStateException _ -> ProblemException.stale();
                    case SQLException sql -> ofState(sql.getSQLState());
                    case ConnectException _ -> unavailable();
                    // What a peer refused to this service says nothing of the person who asked this one.
                    case ClientWebApplicationException _ -> unavailable();
                    case null, default -> null;
                });
    }

    private static ProblemException ofState(String state) {
        if (state != null && (state.startsWith("08") || state.startsWith("57P"))) {
            return unavailable();
        }
        return switch (state) {
            // NUL has no place in PostgreSQL's texts
            case "22021" -> ProblemException.malformedText();
            case "23505" -> ProblemException.conflict("conflict", "Something with the same key is already there.");
            case "40001", "40P01" ->
                ProblemException.conflict("try-again", "Somebody acted at the same moment. Try again.");
            case null, default -> null;
        };
    }

    /** Jackson's own message names classes, so only the place and what belongs there are told. */
    static ProblemException ofBody(JsonProcessingException json) {
        String pointer = pointer(json);
        return switch (json) {
            case JsonProcessingException its
            when its.getCause() instanceof ProblemException problem ->
                pointer.isEmpty() ? problem : problem.at(pointer);
            case UnrecognizedPropertyException _ -> body("unknown-field", "There is no such field.", pointer);
            case MismatchedInputException other ->
                body("malformed-body", expected(other.getTargetType()), pointer, choices(other.getTargetType()));
            default -> body("malformed-body", "The body is not the JSON that is expected here.", pointer);
        };
    }

    private static List<String> choices(Class<?> type) {
        return type != null && type.isEnum()
                ? Stream.of(type.getEnumConstants()).map(Object::toString).toList()
                : List.of();
    }

    private static String expected(Class<?> type) {
        if (!choices(type).isEmpty()) {
            return "One of these is expected here: " + String.join(", ", choices(type)) + ".";
        }
        return switch (type == null ? "" : type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "A whole number is expected here, without quotes.";
            case "boolean", "Boolean" -> "true or false is expected here, without quotes.";
            case "String" -> "A text in quotes is expected here.";
            case "Instant" -> "A time as in \"2026-11-24T12:00:00Z\" is expected here.";
            case "LocalDate" -> "A date as in \"2026-11-24\" is expected here.";
            case "UUID" -> "An id is expected here.";
            default -> "The body is not the JSON that is expected here.";
        };
    }

    private static ProblemException body(String reason, String detail, String pointer) {
        return body(reason, detail, pointer, List.of());
    }

    private static ProblemException body(String reason, String detail, String pointer, List<String> choices) {
        return new ProblemException(400, reason, detail, List.of(new FieldError(pointer, reason, detail, choices)));
    }

    /** Where the fault is; of a field that stands twice only the reader of the text knows. */
    private static String pointer(JsonProcessingException json) {
        if (json instanceof JsonMappingException placed) {
            return placed.getPath().stream()
                    .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                    .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                    .collect(Collectors.joining());
        }
        return json.getProcessor() instanceof JsonParser parser
                ? parser.getParsingContext().pathAsPointer().toString()
                : "";
    }

    /** By status alone: the messages of the HTTP library are not for clients. */
    static ProblemException ofStatus(int status) {
        return switch (status) {
            case 400 -> new ProblemException(400, "malformed-request", "The request is not as it must be.");
            case 401 -> new ProblemException(401, "not-authenticated", "Log in first.");
            case 403 -> notPermitted();
            case 404 -> ProblemException.notFound();
            case 405 -> new ProblemException(405, "method-not-allowed", "Not with this method.");
            case 406 -> new ProblemException(406, "not-acceptable", "Not in a form that you accept.");
            case 413 -> tooLarge();
            case 415 -> new ProblemException(415, "unsupported-media-type", "Not in this media type.");
            default ->
                status < 500
                        ? new ProblemException(status, "refused", "The request was refused.")
                        : status == 503 ? unavailable() : internal();
        };
    }

    static ProblemException unavailable() {
        return new ProblemException(503, "unavailable", "Something that is needed here is not reachable. Try again.");
    }

    static ProblemException notPermitted() {
        return notPermitted(List.of());
    }

    /** @param roles whose act it is, an extension member of the problem; empty: nobody's, or not known here */
    static ProblemException notPermitted(List<String> roles) {
        String lacks = "Your account lacks the role for this.";
        return roles.isEmpty()
                ? new ProblemException(403, "not-permitted", lacks)
                : new ProblemException(
                        403,
                        "not-permitted",
                        lacks + " It is for " + String.join(", ", roles) + ".",
                        List.of(),
                        Map.of("roles", roles));
    }

    static ProblemException tooLarge() {
        return new ProblemException(413, "too-large", "The body is larger than is accepted here.");
    }

    /** Reading a body and writing an answer fail alike: only the first is the client's doing. */
    static boolean inReading(JsonProcessingException json) {
        return json instanceof MismatchedInputException || json.getProcessor() instanceof JsonParser;
    }

    static ProblemException of(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException json && inReading(json)) {
            return ofBody(json);
        }
        return meaning(failure).orElseGet(() -> ofStatus(failure.getResponse().getStatus()));
    }
}
