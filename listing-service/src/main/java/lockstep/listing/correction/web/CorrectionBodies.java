package lockstep.listing.correction.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.correction.Change;
import lockstep.listing.correction.CorrectableField;
import lockstep.listing.correction.CorrectionKind;

/** What is sent and answered about formal corrections. */
public final class CorrectionBodies {
    private CorrectionBodies() {}

    /** {@code field} as the correctable text names it; {@code text} as it should be printed. */
    public record ChangeInput(String field, CorrectionKind kind, String text) {}

    /** {@code textHashRead}: of the text as it was read, earlier corrections included. */
    public record CorrectionInput(String textHashRead, List<ChangeInput> changes, String reason) {}

    public record CorrectionHashRead(String correctionHashRead) {}

    public record Why(String reason) {}

    /** Who did something, and when. */
    public record Hand(String account, String agency, String seat, Instant at) {}

    /**
     * One correction.
     *
     * @param decidedHash what votes and records are bound to, whatever is corrected
     * @param correctionHash SHA-256 over {@code fromHash}, the changes and {@code toHash} (RFC 8785)
     * @param periodEndsAt until when a seat can demand a new round; null before it is confirmed
     * @param ended who ended it; of what the system ended, only when
     */
    public record CorrectionView(
            UUID id,
            UUID proposalId,
            UUID packageId,
            UUID caseId,
            String programme,
            int revision,
            String status,
            String reason,
            List<Change> changes,
            String decidedHash,
            String fromHash,
            String correctionHash,
            String toHash,
            Hand made,
            Hand confirmed,
            Instant periodEndsAt,
            List<String> electorate,
            Hand ended,
            String endedWhy,
            List<Allowed> allowedActions) {}

    /** One field as it reads now, and how it can be corrected. */
    public record FieldView(String field, CorrectableField.Part part, String text, Set<CorrectionKind> kinds) {}

    /** What of a decided text can be corrected; without hashes and fields where nothing is decided. */
    public record CorrectableView(
            UUID proposalId,
            UUID packageId,
            String decidedHash,
            String textHash,
            List<FieldView> fields,
            List<Allowed> allowedActions) {}
}
