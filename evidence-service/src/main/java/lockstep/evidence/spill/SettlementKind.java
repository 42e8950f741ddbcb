package lockstep.evidence.spill;

/** What becomes of frozen content. */
public enum SettlementKind {
    PURGE,
    CORRECT
}
