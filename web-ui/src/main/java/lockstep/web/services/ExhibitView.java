package lockstep.web.services;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import lockstep.auth.Marking;

/** An exhibit with all its versions. */
public record ExhibitView(
        String id,
        String caseId,
        String originator,
        String title,
        String state,
        List<Version> versions,
        List<AllowedAction> allowedActions) {

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
            JsonNode by,
            String reason) {

        public String who() {
            return by == null || by.isNull()
                    ? ""
                    : by.isObject() ? by.path("account").asText(by.path("agency").asText("")) : by.asText();
        }

        public boolean isHeld() {
            return "HELD".equals(state);
        }
    }

    public Version latest() {
        return versions.stream().max(java.util.Comparator.comparingInt(Version::version)).orElseThrow();
    }
}
