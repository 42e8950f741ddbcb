package lockstep.web.services;

import java.time.Instant;
import lockstep.auth.Marking;

/** An exhibit's newest version in a case's list. */
public record ExhibitRow(
        String id,
        int version,
        String title,
        String sourceType,
        String originator,
        Marking marking,
        String relianceUse,
        String mediaType,
        Long size,
        String sha256,
        String state,
        Scan scan,
        Instant collectedAt) {

    /** How a form names this version of it. */
    public String ref() {
        return id + ":" + version;
    }
}
