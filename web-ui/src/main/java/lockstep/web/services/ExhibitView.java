package lockstep.web.services;

import java.time.Instant;
import java.util.List;
import lockstep.auth.Marking;

/** An exhibit with all its versions. */
public record ExhibitView(
        String id,
        String caseId,
        String originator,
        String title,
        Withdrawn withdrawn,
        List<Version> versions,
        List<AllowedAction> allowedActions) {

    /** When and why its originator withdrew it. */
    public record Withdrawn(Instant at, String reason) {}

    /** One immutable version. */
    public record Version(
            int version,
            String state,
            String sha256,
            Long size,
            String mediaType,
            String title,
            boolean sourceProtected,
            String sourceType,
            String sourceUrl,
            String archivedUrl,
            Instant collectedAt,
            List<String> languages,
            String reliability,
            Integer credibility,
            String relianceUse,
            String personalData,
            Marking marking,
            Instant createdAt,
            Person by,
            String reason,
            Scan scan,
            Integrity integrity,
            String viewer) {

        public boolean isHeld() {
            return "HELD".equals(state);
        }

        public boolean isPointer() {
            return "POINTER".equals(state);
        }

        public boolean isAwaited() {
            return "AWAITING_CONTENT".equals(state);
        }

        /** False where a scanner found something, or has not looked yet, and where it is damaged. */
        public boolean isOpened() {
            return isHeld() && (scan == null || scan.opened()) && !isDamaged();
        }

        /** Whether it can be shown on pages. */
        public boolean isShowable() {
            return viewer != null;
        }

        public boolean isDamaged() {
            return integrity != null && integrity.damagedSince() != null;
        }
    }

    /** What the last look at the stored content found; {@code verifiedAt} null: nobody has looked yet. */
    public record Integrity(Instant verifiedAt, Instant damagedSince, String damage) {}

    public Version latest() {
        return versions.stream()
                .max(java.util.Comparator.comparingInt(Version::version))
                .orElseThrow();
    }
}
