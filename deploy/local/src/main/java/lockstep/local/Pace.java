package lockstep.local;

/** How long an instance is meant to run, and so what its JVMs spend on being quick. */
public enum Pace {
    /** {@code up}: slower this once, because the services write down how they start. */
    LEARNS,
    /** Measured or worked with: the JVM's defaults. */
    LASTS,
    /** A few minutes of tests: the first compiler alone, which halves the start. */
    BRIEF
}
