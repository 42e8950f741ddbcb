package lockstep.auth;

/** What the policy concludes: visible, or the first condition that is not met. */
public enum Verdict {
    VISIBLE,
    NO_PART_IN_CASE,
    RECUSED,
    ORIGINATOR_LEFT,
    NOT_IN_AUDIENCE,
    CLEARANCE_TOO_LOW,
    NOT_RELEASED_TO,
    TLP_AUDIENCE,
    ORCON_WITHOUT_RELEASE;

    public boolean visible() {
        return this == VISIBLE;
    }
}
