package lockstep.listing.decision;

import java.time.Instant;
import java.util.List;

/**
 * What became of a seat's scrutiny reserve: it is no vote, extends the round to its date, and lapses unless it became an
 * objection.
 */
public record Reserve(Instant at, Instant until, State state) {
    /** Where it stands. */
    public enum State {
        LIVE,
        /** The round ended with it: it counts for nothing. */
        LAPSED,
        BECAME_OBJECTION,
        /** The seat has voted. */
        SETTLED,
        /** Said of a content that no longer stands, or by somebody who is recused since. */
        SUPERSEDED
    }

    /** Of one seat's votes in a round, the oldest first; null where it made none. */
    public static Reserve of(List<Vote> said, boolean roundLive) {
        for (int at = said.size() - 1; at >= 0; at--) {
            Vote vote = said.get(at);
            if (vote.choice() == Choice.RESERVE) {
                Choice next = at + 1 < said.size() ? said.get(at + 1).choice() : null;
                return new Reserve(vote.at(), vote.reserveUntil(), state(vote, next, roundLive));
            }
        }
        return null;
    }

    private static State state(Vote reserve, Choice next, boolean roundLive) {
        if (reserve.live()) {
            return roundLive ? State.LIVE : State.LAPSED;
        }
        return switch (reserve.supersededWhy()) {
            case Vote.LAPSED -> State.LAPSED;
            case Vote.CHANGED -> next == Choice.OBJECT ? State.BECAME_OBJECTION : State.SETTLED;
            default -> State.SUPERSEDED;
        };
    }
}
