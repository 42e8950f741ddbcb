package lockstep.web.services;

import java.time.Instant;
import java.time.LocalDate;

/** A listing in the list of them. */
public record ListingRow(
        String id,
        String programme,
        String number,
        SubjectBrief subject,
        String ground,
        LocalDate listedDate,
        Instant publishedAt,
        String status,
        String confirmation) {}
