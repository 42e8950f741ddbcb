package lockstep.listing.proposal;

import java.util.UUID;

/** What a person has found about one possible duplicate, and why (G3). */
public record Judgement(UUID matchId, Verdict judgement, String reason) {
    /** Two records: one target, two targets, or one target that stands in several rows for a reason. */
    public enum Verdict {
        SAME,
        DIFFERENT,
        SAME_SEVERAL_ROWS
    }
}
