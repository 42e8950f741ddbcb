package lockstep.web.services;

import java.time.Instant;
import java.util.List;

/** What an agency noted on a proposal or a package, as far as it lets this reader see it. */
public record NoteView(
        String id,
        String text,
        Person person,
        Instant at,
        String audience,
        String widenedBy,
        Instant widenedAt,
        List<AllowedAction> allowedActions) {}
