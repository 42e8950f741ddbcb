package lockstep.listing.subject;

/** A system of numbers; which rule checks a value follows from this and the issuing country. */
public enum IdentifierType {
    /** China: unified social credit code. */
    USCC("CN"),
    /** Hong Kong: number in the Companies Register. */
    HK_CR("HK"),
    /** Hong Kong: business registration number. */
    HK_BRN("HK"),
    /** Russia's taxpayer number, and the numbers so called in Uzbekistan and Kyrgyzstan. */
    INN(null),
    OGRN("RU"),
    /** Russia: a sole trader's registration number. */
    OGRNIP("RU"),
    KPP("RU"),
    /** Kazakhstan: business identification number. */
    BIN("KZ"),
    MERSIS("TR"),
    /** A tax number of the issuing country. */
    TAX(null),
    VAT(null),
    /** A number in the issuing country's trade or company register that has no type of its own here. */
    REGISTER(null),
    /** United Arab Emirates: National Economic Register (CBLS). */
    CBLS("AE"),
    /** A trade licence. */
    LICENCE(null),
    CIN("IN"),
    GSTIN("IN"),
    /** India: permanent account number. */
    PAN("IN"),
    LEI(null),
    DUNS(null),
    SWIFT(null),
    IMO(null),
    MMSI(null),
    PASSPORT(null),
    NATIONAL_ID(null),
    WALLET(null),
    OTHER(null);

    private final String country;

    IdentifierType(String country) {
        this.country = country;
    }

    /** The one country that issues these numbers, or null. */
    public String onlyCountry() {
        return country;
    }

    /** True where the number means nothing without the country that issued it. */
    public boolean needsCountry() {
        return switch (this) {
            case INN, TAX, VAT, REGISTER, LICENCE, PASSPORT, NATIONAL_ID -> true;
            case USCC, HK_CR, HK_BRN, OGRN, OGRNIP, KPP, BIN, MERSIS, CBLS, CIN, GSTIN, PAN -> false;
            case LEI, DUNS, SWIFT, IMO, MMSI, WALLET, OTHER -> false;
        };
    }
}
