package lockstep.listing.decision;

/** Where a package stands. */
public enum PackageStatus {
    /** The chair adds and removes entries. */
    FORMING,
    /** A round or a record has been opened. */
    CLOSED,
    ADOPTED,
    SCHEDULED,
    PUBLISHED,
    /** No entry is left in it. */
    DISSOLVED
}
