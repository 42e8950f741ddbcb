package lockstep.web.services;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lockstep.auth.Marking;

/** One proposal with its text as it would be decided, who has said what about it, and what this reader can do. */
public record ProposalView(
        String id,
        long version,
        String caseId,
        String programme,
        String kind,
        String status,
        String stage,
        String heldFrom,
        String returnCode,
        int revision,
        String contentHash,
        String exhibitSetHash,
        Text text,
        Marking marking,
        String proposingAgency,
        Person author,
        Person submitter,
        List<Endorsement> endorsements,
        JsonNode opinion,
        List<JsonNode> duplicates,
        String packageId,
        String roundId,
        String supersedes,
        String listingId,
        List<Guard> checklist,
        List<Revision> revisions,
        List<AllowedAction> allowedActions) {

    /** The text of one revision. */
    public record Text(
            String programme,
            String kind,
            String subjectId,
            SubjectText subject,
            String ground,
            List<String> criteria,
            List<Paragraph> reasons,
            Map<String, Object> terms,
            String note,
            Marking marking) {}

    /** One paragraph of the reasons. */
    public record Paragraph(String type, String text, List<Cite> cites, String criterion, boolean selfSufficient) {}

    /** An exhibit version that a paragraph rests on. */
    public record Cite(String exhibitId, int version, String sha256, String title) {}

    /** A reviewer's consent to one revision; an advisory one is shown and never counted. */
    public record Endorsement(Person person, String agency, int revision, Instant at, boolean advisory, boolean live) {}

    /** Whether one guard is met, and what is missing if not. */
    public record Guard(String guard, boolean met, List<String> reasons) {}

    /** One revision in the list of them. */
    public record Revision(int n, Instant at, Person author, String contentHash) {}

    public Marking markingShown() {
        return marking != null ? marking : text == null ? null : text.marking();
    }

    public boolean can(String action) {
        return allowedActions.stream().anyMatch(one -> one.action().equals(action) && one.allowed());
    }

    public long guardsMet() {
        return checklist.stream().filter(Guard::met).count();
    }

    public boolean hasOpinion() {
        return opinion != null && opinion.isObject() && !opinion.isEmpty();
    }
}
