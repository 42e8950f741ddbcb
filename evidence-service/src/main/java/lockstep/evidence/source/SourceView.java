package lockstep.evidence.source;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.evidence.exhibit.AllowedAction;

/**
 * What somebody who sees the exhibit is told of its source, of which nothing that is sealed is part.
 *
 * @param pseudonym null: nothing is sealed
 * @param handlers for the handlers; whoever could confirm one sees who is named
 * @param candidates of the agency, for a handler who may name one
 */
public record SourceView(
        String pseudonym, List<Handling> handlers, List<Candidate> candidates, List<AllowedAction> allowedActions) {

    /** A handler of now or before, and what the reader may do about it. */
    public record Handling(
            UUID id,
            String account,
            State state,
            String namedBy,
            Instant namedAt,
            String confirmedBy,
            Instant confirmedAt,
            String endedBy,
            Instant endedAt,
            List<AllowedAction> allowedActions) {}

    /** How a handler stands. */
    public enum State {
        NAMED,
        HANDLES,
        DROPPED,
        TAKEN_AWAY
    }

    /** Who could be named. */
    public record Candidate(String sub, String account) {}
}
