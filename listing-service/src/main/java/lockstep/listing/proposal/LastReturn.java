package lockstep.listing.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** How a proposal last came back, and with which revision. */
@Embeddable
public record LastReturn(
        @Enumerated(EnumType.STRING) @Column(name = "return_code")
        ReturnCode code,

        @Column(name = "return_text") String text,
        @Column(name = "returned_revision") Integer revision) {}
