package lockstep.evidence.exhibit;

/** How far a decision may rest on an exhibit. */
public enum RelianceUse {
    PUBLIC,
    DISCLOSABLE_TO_PARTY,
    /** The party gets an approved summary, not the exhibit. */
    SUMMARY_ONLY,
    /** May not be cited. */
    LEAD_ONLY;

    /** The originator's own declaration that a printed text may cite it; anything else needs a release. */
    public boolean freeToQuote() {
        return this == PUBLIC || this == DISCLOSABLE_TO_PARTY;
    }
}
