package lockstep.evidence.pointer;

/**
 * Where content lies that is above the ceiling.
 *
 * @param level of the content; the record itself has a marking of its own
 * @param place the system or registry that holds it
 * @param reference under which it is found there
 * @param contact the office to ask
 */
public record Pointer(String level, String place, String reference, String contact) {}
