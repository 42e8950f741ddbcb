package lockstep.evidence.spill;

/** What became of an exhibit that was frozen. */
public enum SpillState {
    FROZEN,
    CORRECTED,
    PURGED
}
