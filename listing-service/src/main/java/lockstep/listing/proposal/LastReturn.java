package lockstep.listing.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import lockstep.auth.Audience;

/**
 * How a proposal last came back or was rejected, with which revision, and who may read why.
 *
 * @param code null where a round or a recorded decision rejected it: then the text says why
 * @param agency whose person gave it and may widen its audience; null where the rule or a clock did
 */
@Embeddable
public record LastReturn(
        @Enumerated(EnumType.STRING) @Column(name = "return_code")
        ReturnCode code,

        @Column(name = "return_text") String text,
        @Column(name = "returned_revision") Integer revision,

        @Enumerated(EnumType.STRING) @Column(name = "return_audience")
        Audience audience,

        @Column(name = "return_agency") String agency) {

    LastReturn widened() {
        return new LastReturn(code, text, revision, Audience.CASE, agency);
    }

    /** Beside its agency and the electorate others may read it too. */
    public boolean open() {
        return audience == Audience.CASE;
    }
}
