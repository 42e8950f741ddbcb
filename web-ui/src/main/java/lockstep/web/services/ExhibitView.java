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
            String sourceType,
            String sourceUrl,
            String archivedUrl,
            Instant collectedAt,
            List<String> languages,
            String reliability,
            Integer credibility,
            String relianceUse,
            Marking marking,
            Instant createdAt,
            Person by,
            String reason) {

        public boolean isHeld() {
            return "HELD".equals(state);
        }
    }

    public Version latest() {
        return versions.stream()
                .max(java.util.Comparator.comparingInt(Version::version))
                .orElseThrow();
    }
}
