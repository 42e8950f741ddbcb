package lockstep.web.services;

/** The answer to a new exhibit or version: it awaits its content. */
public record ExhibitMade(String id, int version, String state) {}
