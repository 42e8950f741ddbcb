package lockstep.local;

import java.util.Arrays;
import java.util.Optional;

/** A process of an instance, in the order in which they need each other. */
public enum Part {
    POSTGRES("postgres"),
    KEYCLOAK("keycloak"),
    LISTING("listing-service"),
    EVIDENCE("evidence-service"),
    WEB("web-ui");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    /** Its name in logs and messages; for a service also its module and its client in the realm. */
    public String label() {
        return label;
    }

    boolean isService() {
        return ordinal() >= LISTING.ordinal();
    }

    static Optional<Part> named(String label) {
        return Arrays.stream(values()).filter(part -> part.label.equals(label)).findFirst();
    }
}
