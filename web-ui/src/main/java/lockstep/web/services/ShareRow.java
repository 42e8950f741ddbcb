package lockstep.web.services;

import java.time.Instant;
import java.util.List;

/** One share of personal data; {@code necessity} and {@code recipient} null where they aren't told to their reader. */
public record ShareRow(
        String exhibitId,
        int version,
        String way,
        String requestId,
        String kind,
        String recipient,
        List<String> countries,
        String legalBasis,
        String text,
        String necessity,
        String personalData,
        Instant at,
        String account) {}
