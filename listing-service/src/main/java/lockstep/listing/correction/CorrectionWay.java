package lockstep.listing.correction;

import static lockstep.listing.correction.CorrectionStatus.DROPPED;
import static lockstep.listing.correction.CorrectionStatus.LAPSED;
import static lockstep.listing.correction.CorrectionStatus.PROPOSED;
import static lockstep.listing.correction.CorrectionStatus.REFUSED;
import static lockstep.listing.correction.CorrectionStatus.TACIT;
import static lockstep.listing.correction.CorrectionStatus.TAKEN_IN;
import static lockstep.listing.correction.CorrectionStatus.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;

/** A formal correction's way as one table (DOMAIN §4, "Formal correction"); making it is its beginning. */
public enum CorrectionWay {
    CONFIRM(EnumSet.of(PROPOSED), EnumSet.of(TACIT)),
    REFUSE(EnumSet.of(PROPOSED), EnumSet.of(REFUSED)),
    WITHDRAW(EnumSet.of(PROPOSED, TACIT), EnumSet.of(WITHDRAWN)),
    DEMAND_ROUND(EnumSet.of(TACIT), EnumSet.of(DROPPED)),
    TAKE_IN(EnumSet.of(TACIT), EnumSet.of(TAKEN_IN)),
    /** Its entry left the package or lost what was decided of it. */
    LAPSE(EnumSet.of(PROPOSED, TACIT, TAKEN_IN), EnumSet.of(LAPSED));

    private final Set<CorrectionStatus> from;
    private final Set<CorrectionStatus> to;

    CorrectionWay(Set<CorrectionStatus> from, Set<CorrectionStatus> to) {
        this.from = from;
        this.to = to;
    }

    public boolean possibleFrom(CorrectionStatus status) {
        return from.contains(status);
    }

    public Set<CorrectionStatus> to() {
        return EnumSet.copyOf(to);
    }
}
