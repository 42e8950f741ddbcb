package lockstep.evidence.exhibit;

/** Where a version stands: described, then held with its sealed content; withdrawn with its exhibit. */
public enum VersionState {
    AWAITING_CONTENT,
    HELD,
    WITHDRAWN,
    DISPOSED
}
