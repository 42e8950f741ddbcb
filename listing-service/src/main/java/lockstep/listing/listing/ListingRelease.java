package lockstep.listing.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Everything about the release that the decided text doesn't say. */
public record ListingRelease(
        UUID packageId,
        int revision,
        String contentHash,
        String correctedHash,
        String number,
        LocalDate listedDate,
        LocalDate inForce,
        UUID amends,
        Instant lapsesAt,
        Instant expiresAt,
        List<Listing.AuthorityRef> authorityRefs,
        List<Listing.Output> outputs) {}
