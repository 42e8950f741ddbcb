package lockstep.listing.programme;

/**
 * A vote in a programme's stages, held by appointment for one agency.
 *
 * @param conditional takes part only where the chair records so when a round opens
 */
public record Seat(String code, String agency, String name, boolean conditional) {}
