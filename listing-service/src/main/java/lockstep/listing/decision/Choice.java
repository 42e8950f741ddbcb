package lockstep.listing.decision;

/** What a seat can say in a round; the last one is written by the system and never called an approval. */
public enum Choice {
    APPROVE,
    ABSTAIN,
    OBJECT,
    /** Not yet: names a date, extends the round to it, and lapses there unless it became an objection. */
    RESERVE,
    /** Said nothing until the deadline of a silence procedure. */
    SILENT_CONSENT
}
