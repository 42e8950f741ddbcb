package lockstep.web.services;

/** The answer to something new that is not told of any further. */
public record Made(String id) {}
