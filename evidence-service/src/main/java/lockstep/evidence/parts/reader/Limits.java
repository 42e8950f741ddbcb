package lockstep.evidence.parts.reader;

/**
 * What one container may hold.
 *
 * @param parts how many
 * @param ratio how many times as large a part, and all of them together, may be as what they are packed in
 * @param bytes of all parts together
 * @param depth of multiparts within each other
 */
public record Limits(int parts, int ratio, long bytes, int depth) {}
