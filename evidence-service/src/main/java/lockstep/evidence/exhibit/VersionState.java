package lockstep.evidence.exhibit;

/** Where a version stands: described, then held with its sealed content; withdrawn or frozen with its exhibit. */
public enum VersionState {
    AWAITING_CONTENT,
    HELD,
    /** Its content is above the ceiling and held elsewhere. */
    POINTER,
    WITHDRAWN,
    FROZEN,
    DISPOSED
}
