package lockstep.listing.programme;

/** By what a stage's votes become a decision. */
public enum DecisionRule {
    /** An objection stops the clock; abstention doesn't block, unless a third abstain. */
    UNANIMITY,
    /** More than half of all seats; a tie fails. */
    MAJORITY,
    /** One seat's signature. */
    SIGN,
    /** Decided outside Lockstep and recorded here by two persons: no round, electorate or deadline. */
    RECORDED;

    public boolean needsRound() {
        return this != RECORDED;
    }
}
