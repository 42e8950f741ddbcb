package lockstep.evidence.exhibit;

/** Reliability of a source, from A (completely reliable) to F (cannot be judged). */
public enum Reliability {
    A,
    B,
    C,
    D,
    E,
    F
}
