package lockstep.evidence.release;

import java.util.List;
import java.util.UUID;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.transfer.LegalBasis;

/**
 * A decision as it was sent, not checked yet: see {@link ReleaseCheck}.
 *
 * @param items those that are granted; the others are denied with the same act
 */
public record DecisionInput(
        List<VersionRef> items,
        String reason,
        String purpose,
        String until,
        Boolean noOnward,
        List<Copy> redactedCopies,
        LegalBasis legalBasis) {

    /** The version that goes out in the place of an item. */
    public record Copy(UUID exhibitId, Integer version, VersionRef copy) {}
}
