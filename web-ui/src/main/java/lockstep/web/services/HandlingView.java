package lockstep.web.services;

/**
 * What whoever opens content is asked for, and what will be given.
 *
 * @param lastPurpose what the reader said the last time in this case, or null
 * @param marked a copy that names its reader
 */
public record HandlingView(boolean purposeAsked, String lastPurpose, boolean marked, boolean mayTakeOriginal) {}
