package lockstep.listing.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What a package is called and which rules it was formed under; given once.
 *
 * @param serial counts within programme and year, from 1
 * @param draftAct the instrument it is to become, as text; may be empty
 */
@Embeddable
public record Designation(
        @Column(updatable = false) String programme,

        @Column(name = "programme_version", updatable = false)
        String programmeVersion,

        @Column(updatable = false) int year,
        @Column(updatable = false) int serial,
        @Column(updatable = false) String title,
        @Column(name = "draft_act", updatable = false) String draftAct) {

    /** As officials call it, e.g. {@code EU-833-IV/2026/3}. */
    public String number() {
        return programme + "/" + year + "/" + serial;
    }
}
