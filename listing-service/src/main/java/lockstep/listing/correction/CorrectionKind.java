package lockstep.listing.correction;

/** What a formal correction may mend; the list is closed (DOMAIN §4, "Formal correction"). */
public enum CorrectionKind {
    /** Another spelling in Latin letters of a name that is written in another script. */
    TRANSLITERATION,
    /** Accents and other marks on Latin letters of a name. */
    DIACRITICS,
    /** Punctuation and spaces of a name or a paragraph of the reasons. */
    PUNCTUATION,
    /** Order, abbreviations, punctuation and the postcode's spacing of an address. */
    ADDRESS_FORM
}
