package lockstep.listing.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** Why a proposal is on hold, when that is looked at again, and where it then goes on. */
@Embeddable
public record Pause(
        @Enumerated(EnumType.STRING) @Column(name = "held_from")
        Status heldFrom,

        @Column(name = "held_reason") String heldReason,
        @Column(name = "review_by") Instant reviewBy) {}
