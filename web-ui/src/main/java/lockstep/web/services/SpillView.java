package lockstep.web.services;

import java.time.Instant;
import java.util.List;
import lockstep.auth.Marking;

/** How an exhibit stands to spills; {@code state} null: none ever froze it; {@code details} null: not for this reader. */
public record SpillView(
        String exhibitId,
        String caseId,
        String title,
        Marking marking,
        String state,
        Instant since,
        Details details,
        List<AllowedAction> allowedActions) {

    /** What is known of it; {@code settlement} null: none was proposed. */
    public record Details(
            String spillId,
            Found found,
            String because,
            List<One> frozen,
            int total,
            Settlement settlement,
            List<Acknowledged> acknowledged) {}

    /** In which exhibit, by whom, and why; {@code reason} null for whoever doesn't read it. */
    public record Found(String exhibitId, String reason, String by, Instant at) {}

    /** What was frozen; {@code title} null where the reader doesn't see it. */
    public record One(String exhibitId, String title, String because, String from, String state) {}

    /** What becomes of it; {@code endedBy} null: another person has to confirm it. */
    public record Settlement(
            String kind,
            String state,
            String reason,
            Marking marking,
            String proposedBy,
            Instant proposedAt,
            String endedBy,
            Instant endedAt) {

        /** Whoever doesn't read the exhibit is told by whom, not why. */
        public String said() {
            return reason == null ? proposedBy : reason + " (" + proposedBy + ")";
        }

        public boolean isProposed() {
            return "PROPOSED".equals(state);
        }
    }

    /** What an agency says became of its copies; {@code note} null for auditors. */
    public record Acknowledged(String agency, String note, String by, Instant at) {}

    /** One time that content went to somebody. */
    public record Reading(
            Instant at,
            String how,
            String account,
            String agency,
            String exhibitId,
            int version,
            String to,
            String purpose,
            String copy) {}

    /** Those of the reader's agency, and those whose content its people have opened. */
    public record All(List<Row> ours, List<Told> told) {
        public Told told(String spillId) {
            return told.stream()
                    .filter(one -> one.spillId().equals(spillId))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** A spill of the reader's agency; {@code open}: how many exhibits are frozen still. */
    public record Row(
            String exhibitId,
            String title,
            Marking marking,
            String by,
            Instant at,
            int total,
            int open,
            boolean proposed) {}

    /** A spill of another agency. */
    public record Told(
            String spillId,
            List<Named> exhibits,
            int total,
            Instant frozenAt,
            String state,
            boolean own,
            Acknowledged acknowledged,
            boolean mayAcknowledge) {}

    /** An exhibit that the reader sees. */
    public record Named(String exhibitId, String title, Marking marking) {}

    public boolean isFrozen() {
        return "FROZEN".equals(state);
    }
}
