package lockstep.evidence.release;

import static lockstep.evidence.release.ReleaseStatus.APPROVED;
import static lockstep.evidence.release.ReleaseStatus.DENIED;
import static lockstep.evidence.release.ReleaseStatus.EXPIRED;
import static lockstep.evidence.release.ReleaseStatus.PARTIAL;
import static lockstep.evidence.release.ReleaseStatus.REQUESTED;
import static lockstep.evidence.release.ReleaseStatus.REVOKED;
import static lockstep.evidence.release.ReleaseStatus.WITHDRAWN;

import java.util.EnumSet;
import java.util.Set;

/** A release request's way as one table (DOMAIN §4, "Release request"); asking is its beginning. */
public enum ReleaseWay {
    APPROVE(EnumSet.of(REQUESTED), EnumSet.of(APPROVED, PARTIAL)),
    DENY(EnumSet.of(REQUESTED), EnumSet.of(DENIED)),
    WITHDRAW(EnumSet.of(REQUESTED), EnumSet.of(WITHDRAWN)),
    REVOKE(EnumSet.of(APPROVED, PARTIAL), EnumSet.of(REVOKED)),
    /** By the clock alone. */
    EXPIRE(EnumSet.of(APPROVED, PARTIAL), EnumSet.of(EXPIRED));

    private final Set<ReleaseStatus> from;
    private final Set<ReleaseStatus> to;

    ReleaseWay(Set<ReleaseStatus> from, Set<ReleaseStatus> to) {
        this.from = from;
        this.to = to;
    }

    public boolean possibleFrom(ReleaseStatus status) {
        return from.contains(status);
    }

    public Set<ReleaseStatus> to() {
        return EnumSet.copyOf(to);
    }
}
