package lockstep.evidence.release;

/** Where a release request stands. */
public enum ReleaseStatus {
    REQUESTED,
    APPROVED,
    /** Approved for some of the versions asked for. */
    PARTIAL,
    DENIED,
    WITHDRAWN,
    REVOKED,
    EXPIRED
}
