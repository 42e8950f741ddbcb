package lockstep.listing.correction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the journal keeps of a step of a correction: the whole link of the chain.
 *
 * @param fromHash of the text before, {@code toHash} of the text after; {@code correctionHash} is over both and the changes
 */
record CorrectionEvent(
        UUID correctionId,
        UUID proposalId,
        UUID packageId,
        int proposalRevision,
        CorrectionStatus status,
        List<Change> changes,
        String decidedHash,
        String fromHash,
        String correctionHash,
        String toHash,
        Instant periodEndsAt,
        List<String> electorate,
        String reason) {

    static CorrectionEvent of(Correction its, String said) {
        return new CorrectionEvent(
                its.id(),
                its.proposalId(),
                its.packageId(),
                its.revision(),
                its.status(),
                its.changes(),
                its.decidedHash(),
                its.fromHash(),
                its.correctionHash(),
                its.toHash(),
                its.periodEndsAt(),
                its.electorate(),
                said);
    }
}
