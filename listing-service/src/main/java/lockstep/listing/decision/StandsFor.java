package lockstep.listing.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * For whom an alternate speaks, and why the holder doesn't.
 *
 * @param sub the holder's; null where the seat has none
 */
@Embeddable
public record StandsFor(
        @Column(name = "for_sub", updatable = false) String sub,
        @Column(name = "for_account", updatable = false) String account,

        @Enumerated(EnumType.STRING) @Column(name = "for_why", updatable = false)
        Why why) {
    /** Why it isn't the holder who speaks. */
    public enum Why {
        /** Declared away, with this alternate as deputy. */
        ABSENT,
        RECUSED,
        /** The seat has no holder now. */
        VACANT,
        /** The seat's alternate may always speak for it. */
        ALTERNATE
    }
}
