package lockstep.web.services;

/** One agency, whether it may read a version, and why or why not; no reason where that is not the asker's to know. */
public record MayRead(String agency, boolean mayRead, String because) {}
