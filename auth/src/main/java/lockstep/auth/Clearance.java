package lockstep.auth;

/** What a person is cleared for, in rising order; nothing above RESTRICTED is held in Lockstep. */
public enum Clearance {
    NONE,
    RESTRICTED;

    public Clearance atMost(Clearance ceiling) {
        return compareTo(ceiling) <= 0 ? this : ceiling;
    }
}
