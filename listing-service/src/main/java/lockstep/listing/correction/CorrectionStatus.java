package lockstep.listing.correction;

/** Where a formal correction stands; which event leads where is {@link CorrectionWay}. */
public enum CorrectionStatus {
    /** Made by one person; a lawyer has not confirmed it yet. */
    PROPOSED,
    /** Confirmed; the seats see it until its period ends. */
    TACIT,
    /** Printed when its entry is published. */
    TAKEN_IN,
    /** A seat has demanded a new round. */
    DROPPED,
    REFUSED,
    WITHDRAWN,
    /** What it corrects no longer stands as decided. */
    LAPSED
}
