package lockstep.kit.journal;

/** What became of the act that a journal row records. */
enum Outcome {
    DONE,
    REFUSED,
    READ
}
