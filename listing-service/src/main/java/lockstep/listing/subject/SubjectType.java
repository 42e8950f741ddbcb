package lockstep.listing.subject;

/** What kind of target is described; LEGAL_ENTITY where the legal form is unknown. */
public enum SubjectType {
    PERSON,
    ORGANIZATION,
    COMPANY,
    LEGAL_ENTITY,
    VESSEL,
    AIRCRAFT,
    ADDRESS,
    CRYPTO_WALLET
}
