package lockstep.web.services;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A listing after publication, with what it prints. */
public record ListingView(
        String id,
        String programme,
        String number,
        SubjectText subject,
        String kind,
        String ground,
        LocalDate listedDate,
        LocalDate inForce,
        Instant publishedAt,
        Instant recordedAt,
        String status,
        String amends,
        Instant lapsesAt,
        Instant endedAt,
        String succeededBy,
        Confirmation confirmation,
        List<JsonNode> authorityRefs,
        String proposalId,
        String subjectId,
        String packageId,
        String caseId,
        String contentHash,
        String correctedHash,
        List<Output> outputs,
        List<AllowedAction> allowedActions) {

    /** One printed form, whole and in its parts. */
    public record Output(String format, String language, JsonNode parts, String text, String sha256) {}
}
