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
        Instant expiresAt,
        boolean termOver,
        String waitingAct,
        String confirmProposalId,
        Instant endedAt,
        String succeededBy,
        Confirmation confirmation,
        List<JsonNode> authorityRefs,
        List<Act> acts,
        String proposalId,
        String subjectId,
        String packageId,
        String caseId,
        String contentHash,
        String correctedHash,
        List<Output> outputs,
        List<AllowedAction> allowedActions) {

    /** One act that touched it; {@code packageId} and {@code proposalId} null where the reader doesn't see them. */
    public record Act(
            String kind,
            Instant at,
            LocalDate decidedOn,
            String citation,
            List<JsonNode> authorityRefs,
            String listingId,
            String packageId,
            String proposalId) {}

    /** One printed form, whole and in its parts. */
    public record Output(String format, String language, JsonNode parts, String text, String sha256) {}
}
