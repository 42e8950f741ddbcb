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
    DISSOLVED;

    /** Nothing happens to it any more. */
    public boolean over() {
        return this == PUBLISHED || this == DISSOLVED;
    }

    /** No stage has adopted it yet. */
    boolean undecided() {
        return this == FORMING || this == CLOSED;
    }
}
