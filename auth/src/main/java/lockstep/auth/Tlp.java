package lockstep.auth;

/** Traffic Light Protocol 2.0 (FIRST): how far a recipient may pass a text on; it is no classification. */
public enum Tlp {
    RED,
    AMBER_STRICT,
    AMBER,
    GREEN,
    CLEAR;

    /** As it is printed, e.g. {@code TLP:AMBER+STRICT}. */
    public String label() {
        return "TLP:" + name().replace('_', '+');
    }
}
