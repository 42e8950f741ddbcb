package lockstep.evidence.release;

import java.time.Instant;
import java.util.Map;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.transfer.LegalBasis;

/**
 * Under what a release is given.
 *
 * @param until the instant from which it counts no more, or null
 * @param noOnward the recipients may not pass it on; told to each of them
 * @param redactedCopies for an item, the version that goes out in its place
 * @param legalBasis null: none is given
 */
public record Conditions(
        String purpose,
        Instant until,
        boolean noOnward,
        Map<VersionRef, VersionRef> redactedCopies,
        LegalBasis legalBasis) {
    public Conditions {
        redactedCopies = Map.copyOf(redactedCopies);
    }
}
