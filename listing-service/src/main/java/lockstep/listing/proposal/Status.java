package lockstep.listing.proposal;

import java.util.EnumSet;
import java.util.Set;

/** Where a proposal stands on its way; which event leads where is {@link Way}. */
public enum Status {
    DRAFT,
    SUBMITTED,
    IN_REVIEW,
    LEGAL_REVIEW,
    READY,
    DECIDING,
    ESCALATED,
    APPROVED,
    SCHEDULED,
    PUBLISHED,
    RETURNED,
    REJECTED,
    WITHDRAWN,
    ON_HOLD;

    private static final Set<Status> TERMINAL = EnumSet.of(PUBLISHED, REJECTED, WITHDRAWN);

    public boolean terminal() {
        return TERMINAL.contains(this);
    }

    /** Submitted or later, and not ended: what blocks a duplicate. */
    public boolean open() {
        return this != DRAFT && !terminal();
    }
}
