package lockstep.listing.decision;

import static lockstep.listing.decision.PackageStatus.ADOPTED;
import static lockstep.listing.decision.PackageStatus.CLOSED;
import static lockstep.listing.decision.PackageStatus.DISSOLVED;
import static lockstep.listing.decision.PackageStatus.FORMING;
import static lockstep.listing.decision.PackageStatus.PUBLISHED;
import static lockstep.listing.decision.PackageStatus.SCHEDULED;

import java.util.EnumSet;
import java.util.Set;

/** A package's way as one table (DOMAIN §4, "A package's and a round's way"). */
public enum PackageWay {
    ADD_ENTRY(EnumSet.of(FORMING), EnumSet.of(FORMING)),
    REMOVE_ENTRY(EnumSet.of(FORMING), EnumSet.of(FORMING, DISSOLVED)),
    /** An entry leaves by its own way: held, withdrawn, returned, carved out. */
    LOSE_ENTRY(EnumSet.of(FORMING, CLOSED, ADOPTED, SCHEDULED), EnumSet.of(FORMING, CLOSED, ADOPTED, DISSOLVED)),
    /** Formed for one entry that was held in its window for escalation and is resumed: the window goes on. */
    TAKE_UP(EnumSet.of(FORMING), EnumSet.of(CLOSED)),
    OPEN_ROUND(EnumSet.of(FORMING, CLOSED), EnumSet.of(CLOSED)),
    RECORD(EnumSet.of(FORMING, CLOSED), EnumSet.of(CLOSED)),
    PASS_STAGE(EnumSet.of(CLOSED), EnumSet.of(CLOSED, ADOPTED)),
    FAIL(EnumSet.of(CLOSED), EnumSet.of(CLOSED, DISSOLVED)),
    ESCALATE(EnumSet.of(CLOSED, ADOPTED), EnumSet.of(CLOSED)),
    LAPSE(EnumSet.of(CLOSED), EnumSet.of(DISSOLVED)),
    SCHEDULE(EnumSet.of(ADOPTED), EnumSet.of(SCHEDULED)),
    UNSCHEDULE(EnumSet.of(SCHEDULED), EnumSet.of(ADOPTED)),
    PUBLISH(EnumSet.of(SCHEDULED), EnumSet.of(PUBLISHED)),
    GO_STALE(EnumSet.of(FORMING, CLOSED, ADOPTED, SCHEDULED), EnumSet.of(FORMING, CLOSED));

    private final Set<PackageStatus> from;
    private final Set<PackageStatus> to;

    PackageWay(Set<PackageStatus> from, Set<PackageStatus> to) {
        this.from = from;
        this.to = to;
    }

    public boolean possibleFrom(PackageStatus status) {
        return from.contains(status);
    }

    public Set<PackageStatus> to() {
        return EnumSet.copyOf(to);
    }
}
