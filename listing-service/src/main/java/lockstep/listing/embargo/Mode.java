package lockstep.listing.embargo;

/** What happens at the instant of release where a member isn't ready. */
public enum Mode {
    /** Nothing is published until every member is ready again. */
    ALL_OR_NONE,
    /** The ready ones wait for the others, and are published alone once the agreed hours are over. */
    ALL_READY_BY
}
