package lockstep.evidence.spill;

/** Why an exhibit was frozen. */
public enum SpillCause {
    FOUND,
    /** It was unpacked from what was spilled. */
    PART,
    /** It is a redacted copy of what was spilled: it has that marking until somebody has looked. */
    COPY,
    SAME_BYTES,
    /** What was spilled was unpacked from it or redacted from it. */
    CONTAINS
}
