package lockstep.web.services;

/** A subject in a row of a list: Latin name, and the name in its own script with its language. */
public record SubjectBrief(String name, String nativeName, String nativeLanguage, String country) {}
