package lockstep.evidence.spill;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Marking;
import lockstep.evidence.exhibit.AllowedAction;

/**
 * How an exhibit stands to spills, as its reader may know it.
 *
 * @param title null for those who may not see the exhibit; so is {@code marking}
 * @param state null: no spill ever froze it
 * @param details for its originator's people and for auditors; else null
 */
public record SpillView(
        UUID exhibitId,
        UUID caseId,
        String title,
        Marking marking,
        SpillState state,
        Instant since,
        SpillDetails details,
        List<AllowedAction> allowedActions) {

    /**
     * What is known of the spill.
     *
     * @param total how many exhibits it froze of those that the reader sees; {@code frozen} are the first of them
     * @param settlement the latest of this exhibit; null: none was proposed
     */
    public record SpillDetails(
            UUID spillId,
            SpillFound found,
            SpillCause because,
            List<SpilledExhibit> frozen,
            int total,
            Settlement settlement,
            List<SpillAcknowledged> acknowledged) {

        /** Without a word that anybody wrote. */
        SpillDetails outline() {
            return new SpillDetails(
                    spillId,
                    found == null ? null : found.outline(),
                    because,
                    frozen,
                    total,
                    settlement == null ? null : settlement.outline(),
                    acknowledged.stream().map(SpillAcknowledged::outline).toList());
        }
    }

    /** In which exhibit and why; {@code reason} null for whoever may not see it. */
    public record SpillFound(UUID exhibitId, String reason, String by, Instant at) {
        SpillFound outline() {
            return new SpillFound(exhibitId, null, by, at);
        }
    }

    /** An exhibit that it froze; {@code title} null where its reader doesn't see it. */
    public record SpilledExhibit(UUID exhibitId, String title, SpillCause because, UUID from, SpillState state) {}

    /** What an agency whose people read it says became of its copies. */
    public record SpillAcknowledged(String agency, String note, String by, Instant at) {
        SpillAcknowledged outline() {
            return new SpillAcknowledged(agency, null, by, at);
        }
    }
}
