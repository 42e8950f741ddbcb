package lockstep.listing.programme;

/** A function of a programme that is no seat: it moves a proposal on or records, and never votes. */
public enum Office {
    CHAIR,
    SECRETARIAT,
    LEGAL,
    PUBLISHER,
    REGISTRAR,
    REVIEWER
}
