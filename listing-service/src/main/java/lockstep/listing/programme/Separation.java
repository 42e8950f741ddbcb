package lockstep.listing.programme;

/** What must differ between the proposer and whoever looks at the proposal next (guard G4). */
public enum Separation {
    PERSON,
    OFFICE,
    AGENCY
}
