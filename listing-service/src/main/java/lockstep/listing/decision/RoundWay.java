package lockstep.listing.decision;

import static lockstep.listing.decision.RoundStatus.CANCELLED;
import static lockstep.listing.decision.RoundStatus.FAILED;
import static lockstep.listing.decision.RoundStatus.OPEN;
import static lockstep.listing.decision.RoundStatus.PASSED;
import static lockstep.listing.decision.RoundStatus.STOPPED;

import java.util.EnumSet;
import java.util.Set;

/** A round's way as one table (DOMAIN §4, "A package's and a round's way"). */
public enum RoundWay {
    VOTE(EnumSet.of(OPEN, STOPPED), EnumSet.of(OPEN, STOPPED)),
    LIFT(EnumSet.of(STOPPED), EnumSet.of(OPEN, STOPPED)),
    CARVE_OUT(EnumSet.of(STOPPED), EnumSet.of(OPEN, STOPPED, CANCELLED)),
    CLOSE_FAILED(EnumSet.of(STOPPED), EnumSet.of(FAILED)),
    MOVE_DEADLINE(EnumSet.of(OPEN), EnumSet.of(OPEN)),
    CLOSE(EnumSet.of(OPEN), EnumSet.of(PASSED, FAILED)),
    CANCEL(EnumSet.of(OPEN, STOPPED), EnumSet.of(CANCELLED));

    private final Set<RoundStatus> from;
    private final Set<RoundStatus> to;

    RoundWay(Set<RoundStatus> from, Set<RoundStatus> to) {
        this.from = from;
        this.to = to;
    }

    public boolean possibleFrom(RoundStatus status) {
        return from.contains(status);
    }

    public Set<RoundStatus> to() {
        return EnumSet.copyOf(to);
    }
}
