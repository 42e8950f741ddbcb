package lockstep.auth;

/** Who of those that take part may read a deliberative object, beside its marking. */
public enum Audience {
    /** The owning agency alone: internal notes, a capital's instruction. */
    AGENCY,
    /** The stage's seats and the programme's offices: votes, objections, opinions. */
    ELECTORATE,
    /** All agencies that take part in the case. */
    CASE
}
