package lockstep.listing.evidence;

import java.util.UUID;

/** One version of one exhibit. */
public record ExhibitRef(UUID exhibitId, int version) {}
