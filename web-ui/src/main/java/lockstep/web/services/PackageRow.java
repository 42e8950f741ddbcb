package lockstep.web.services;

import java.time.Instant;

/** A package in the list of them. */
public record PackageRow(
        String id,
        String programme,
        String number,
        String title,
        String status,
        String stage,
        int entries,
        String roundId,
        String roundStatus,
        Instant deadline,
        Instant releaseAt) {}
