package lockstep.web.services;

import java.time.Instant;
import java.util.List;

/** A formal correction of a decided text. */
public record CorrectionView(
        String id,
        String proposalId,
        String packageId,
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
        List<AllowedAction> allowedActions) {

    /** One field as it was and as it will be printed. */
    public record Change(String field, String kind, String before, String after) {

        /** The key of what it is a part of: name, address or reason. */
        public String part() {
            return field.contains("/names/") ? "NAME" : field.contains("/addresses/") ? "ADDRESS" : "REASON";
        }
    }

    /** Who did something, and when; of what the system did, only when. */
    public record Hand(String account, String agency, String seat, Instant at) {}

    /** True if a release at that moment would have to wait for it. */
    public boolean keepsBack(Instant release) {
        boolean pending = "PROPOSED".equals(status) || "TACIT".equals(status);
        return pending && (periodEndsAt == null || periodEndsAt.isAfter(release));
    }

    public boolean isTacit() {
        return "TACIT".equals(status);
    }
}
