package lockstep.kit.problem;

/**
 * One thing that is wrong in a request's body or parameters.
 *
 * @param pointer RFC 6901, e.g. {@code /subject/names/0/text}; a query parameter is {@code ?name}
 * @param reason in kebab case, e.g. {@code check-digit-wrong}
 */
public record FieldError(String pointer, String reason, String detail) {}
