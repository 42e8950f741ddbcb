package lockstep.evidence.spill;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Marking;

/**
 * A spill of the reader's agency or one that he audits.
 *
 * @param title null for auditors who may not see the exhibit; so is {@code marking}
 * @param open how many of the exhibits that the reader sees are frozen still
 */
public record SpillRow(
        UUID exhibitId, String title, Marking marking, String by, Instant at, int total, int open, boolean proposed) {

    /** {@code its} null: its reader doesn't see it. */
    SpillRow named(SpilledTitle its) {
        return its == null ? this : new SpillRow(exhibitId, its.title(), its.marking(), by, at, total, open, proposed);
    }

    /**
     * A spill of another agency whose frozen content people of the reader's agency have opened.
     *
     * @param exhibits those of them that the reader still sees, by title
     * @param total how many of them they opened
     * @param state of what is least settled
     * @param own the reader is one of them
     * @param acknowledged null: the agency has not said what became of its copies
     */
    public record ToldSpill(
            UUID spillId,
            List<SpilledTitle> exhibits,
            int total,
            Instant frozenAt,
            SpillState state,
            boolean own,
            SpillView.SpillAcknowledged acknowledged,
            boolean mayAcknowledge) {}

    /** An exhibit that the reader sees. */
    public record SpilledTitle(UUID exhibitId, String title, Marking marking) {}

    /** Both. */
    public record AllSpills(List<SpillRow> ours, List<ToldSpill> told) {}
}
