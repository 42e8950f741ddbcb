package lockstep.listing.decision;

/** Where a round stands. */
public enum RoundStatus {
    OPEN,
    /** An objection under unanimity has stopped the clock. */
    STOPPED,
    PASSED,
    FAILED,
    CANCELLED;

    public boolean live() {
        return this == OPEN || this == STOPPED;
    }
}
