package lockstep.local;

/** How long an instance is meant to run, and so what its JVMs spend on being quick. */
public enum Pace {
    /**
     * {@code up}: the services write down how they start, once for each build, and use the first compiler alone meanwhile.
     * That makes up for what the writing takes, and what is remembered of it starts them quicker than profiles do, which
     * would only set the second compiler to work at once. From the second start on, the JVM's defaults.
     */
    LEARNS,
    /** Measured or worked with: the JVM's defaults. */
    LASTS,
    /** A few minutes of tests: the first compiler alone, which halves the start. */
    BRIEF
}
