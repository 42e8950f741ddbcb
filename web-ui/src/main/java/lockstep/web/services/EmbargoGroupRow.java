package lockstep.web.services;

import java.time.Instant;
import java.util.List;

/** An embargo group in the list of them. */
public record EmbargoGroupRow(
        String id,
        String title,
        Instant releaseAt,
        String mode,
        List<String> programmes,
        Instant foundedAt,
        Instant keptBackAt) {}
