package lockstep.web.services;

import java.util.List;

/** Another proposal or listing that has an identifier or a name in common. */
public record DuplicateRow(
        String matchId,
        String kind,
        String programme,
        String name,
        List<String> matchedOn,
        boolean sameListing,
        String status) {}
