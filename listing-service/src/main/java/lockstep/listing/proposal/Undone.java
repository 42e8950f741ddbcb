package lockstep.listing.proposal;

import java.util.UUID;

/**
 * Fired inside the transaction in which what was decided of a proposal ceases to stand: it is decided anew, or never. When it
 * leaves by its own way, {@link Leaving} tells it.
 */
public record Undone(UUID proposalId, String why) {}
