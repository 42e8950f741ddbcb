package lockstep.web.services;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lockstep.auth.Marking;

/** A package of proposals under one draft act. */
public record PackageView(
        String id,
        long version,
        String programme,
        String number,
        String title,
        String draftAct,
        String status,
        String stage,
        String hash,
        Marking marking,
        List<Entry> entries,
        List<RoundRow> rounds,
        RoundView round,
        List<RecordedView> recorded,
        Release release,
        List<AllowedAction> allowedActions) {

    /** One proposal in it. */
    public record Entry(
            String proposalId,
            String caseId,
            int no,
            SubjectBrief subject,
            String kind,
            String ground,
            String status,
            int revision,
            String contentHash,
            int exhibits,
            Checklist checklist,
            List<String> listedBy,
            String number,
            LocalDate listedDate) {}

    /** How many of the guards are met. */
    public record Checklist(int met, int of) {

        public boolean isDone() {
            return met == of;
        }
    }

    /** A round in the list of them. */
    public record RoundRow(
            String id, String stage, String status, Instant openedAt, Instant deadline, Instant closedAt, String outcomeReason) {}

    /** A decision that was taken outside Lockstep and is recorded here by two persons. */
    public record RecordedView(
            String id,
            String status,
            String stage,
            String body,
            LocalDate date,
            boolean adopted,
            List<Instrument> instruments,
            List<String> leftOut,
            Person recordedBy,
            Instant recordedAt,
            Person confirmedBy,
            Instant confirmedAt,
            String reason,
            List<AllowedAction> allowedActions) {}

    /** An act with its number and the rule by which it was adopted. */
    public record Instrument(String type, String number, String rule) {}

    /** When and by whom it is released. */
    public record Release(Instant releaseAt, LocalDate inForce, List<JsonNode> go, Hold hold, String overdue) {}

    /** Somebody's stop to the release. */
    public record Hold(JsonNode by, String reason) {

        public String who() {
            return by == null ? "" : by.isObject() ? by.path("account").asText(by.path("agency").asText("")) : by.asText();
        }
    }

    public Optional<Entry> entry(String proposalId) {
        return entries.stream().filter(one -> one.proposalId().equals(proposalId)).findFirst();
    }

    public boolean can(String action) {
        return allowedActions.stream().anyMatch(one -> one.action().equals(action) && one.allowed());
    }

    public long countries() {
        return entries.stream().map(one -> one.subject().country()).distinct().count();
    }
}
