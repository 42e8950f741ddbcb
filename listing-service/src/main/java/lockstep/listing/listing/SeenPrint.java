package lockstep.listing.listing;

import java.time.Instant;

/** Where an authority printed, as its programme tells it (ELI, Federal Register document, version of a list), and when that was seen. */
public record SeenPrint(String reference, Instant at) {}
