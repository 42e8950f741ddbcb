package lockstep.evidence.retention;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/** What two persons of the originator do; {@code proposer}: who that is, by id; {@code endedBy} null: it is proposed. */
public record Disposal(
        State state,
        String reason,
        @JsonIgnore String proposer,
        String proposedBy,
        Instant proposedAt,
        String endedBy,
        Instant endedAt) {

    /** Without a word that anybody wrote. */
    Disposal outline() {
        return new Disposal(state, null, proposer, proposedBy, proposedAt, endedBy, endedAt);
    }

    /** How far it is. */
    public enum State {
        PROPOSED,
        DONE,
        DROPPED
    }
}
