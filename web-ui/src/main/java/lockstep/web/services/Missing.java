package lockstep.web.services;

/** One thing that is missing or wrong in a text, and where. */
public record Missing(String pointer, String reason, String detail) {}
