package lockstep.web.services;

/** What a service says about one act: allowed, or why not, in a word and a sentence. */
public record AllowedAction(String action, boolean allowed, String reason, String detail) {}
