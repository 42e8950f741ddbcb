package lockstep.listing.correction;

/**
 * One field as it was and as it will be printed.
 *
 * @param field JSON pointer into the decided text, e.g. {@code /subject/names/0/full}
 */
public record Change(String field, CorrectionKind kind, String before, String after) {}
