package lockstep.evidence.spill;

/** How far a settlement is. */
public enum SettlementState {
    PROPOSED,
    DONE,
    DROPPED
}
