package lockstep.evidence.retention;

import java.time.Instant;

/** What two persons of the originator do; {@code endedBy} null: it is proposed. */
public record Disposal(
        State state, String reason, String proposedBy, Instant proposedAt, String endedBy, Instant endedAt) {

    /** How far it is. */
    public enum State {
        PROPOSED,
        DONE,
        DROPPED
    }
}
