package lockstep.web.services;

/** What whoever opens content is asked for, and what the reader said the last time; null: nothing. */
public record HandlingView(boolean purposeAsked, String lastPurpose) {}
