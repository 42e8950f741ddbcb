package lockstep.kit.web;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import lockstep.kit.problem.ProblemException;

/**
 * Tells a query parameter that is not of its type from a path that leads nowhere: the HTTP library answers both as not
 * found and names neither, but the failed conversion quotes the value.
 */
final class BadParameters {
    private BadParameters() {}

    static Optional<ProblemException> named(Exception failure, UriInfo asked) {
        if (!(failure instanceof NotFoundException)
                || !(failure.getCause() instanceof IllegalArgumentException unconverted)
                || unconverted.getMessage() == null) {
            return Optional.empty();
        }
        return asked.getQueryParameters().entrySet().stream()
                .filter(parameter -> parameter.getValue().stream()
                        .anyMatch(value ->
                                !value.isEmpty() && unconverted.getMessage().contains(value)))
                .map(parameter -> ProblemException.invalidParameter(
                        parameter.getKey(), "not-of-its-type", "This is no value that is possible here."))
                .findFirst();
    }
}
