package lockstep.listing.subject;

import static lockstep.listing.subject.CheckRule.digits;
import static lockstep.listing.subject.CheckRule.either;
import static lockstep.listing.subject.CheckRule.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The check rule of each identifier type and issuing country; a pair that isn't here has no rule. */
final class CheckRules {
    private static final Map<IdentifierType, CheckRule> WORLDWIDE = new HashMap<>();
    private static final Map<String, CheckRule> NATIONAL = new HashMap<>();

    private static final CheckRule RUSSIAN_INN =
            either(digits("[0-9]{10}", CheckDigits::inn10), digits("[0-9]{12}", CheckDigits::inn12));
    private static final CheckRule UZBEK_INN = form("[2-7][0-9]{8}");
    private static final CheckRule KYRGYZ_INN = CheckRules::kyrgyzInn;
    private static final CheckRule PAN = form("[A-Z]{3}[ABCFGHJLPT][A-Z][0-9]{4}[A-Z]");

    static {
        WORLDWIDE.put(IdentifierType.LEI, digits("[0-9A-Z]{18}[0-9]{2}", CheckDigits::lei));
        WORLDWIDE.put(IdentifierType.IMO, digits("[0-9]{7}", CheckDigits::imo));
        WORLDWIDE.put(IdentifierType.DUNS, form("[0-9]{9}"));
        WORLDWIDE.put(IdentifierType.SWIFT, CheckRules::bic);
        WORLDWIDE.put(IdentifierType.MMSI, form("[2-7][0-9]{8}"));
        WORLDWIDE.put(IdentifierType.WALLET, Wallets::check);

        national(
                IdentifierType.USCC,
                "CN",
                digits("[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}", CheckDigits::uscc));
        national(IdentifierType.HK_CR, "HK", form("F?[0-9]{7}"));
        national(IdentifierType.HK_BRN, "HK", form("[0-9]{8}([0-9]{8}|[0-9]{3}[0-9A-Z]{5})?"));
        national(IdentifierType.INN, "RU", RUSSIAN_INN);
        national(IdentifierType.INN, "UZ", UZBEK_INN);
        national(IdentifierType.INN, "KG", KYRGYZ_INN);
        national(IdentifierType.OGRN, "RU", digits("[1-9][0-9]{12}", value -> CheckDigits.ogrn(value, 11)));
        national(IdentifierType.OGRNIP, "RU", digits("[34][0-9]{14}", value -> CheckDigits.ogrn(value, 13)));
        national(IdentifierType.KPP, "RU", form("[0-9]{4}[0-9A-Z]{2}[0-9]{3}"));
        national(IdentifierType.BIN, "KZ", digits("[0-9]{2}(0[1-9]|1[0-2])[4-6][0-9]{7}", CheckDigits::bin));
        national(IdentifierType.MERSIS, "TR", digits("[0-9]{16}", CheckDigits::mersis));
        national(IdentifierType.CBLS, "AE", form("[0-9]{8}"));
        national(IdentifierType.LICENCE, "AE", form("([A-Z]{2,4})?[0-9]{3,10}"));
        national(IdentifierType.CIN, "IN", form("[LU][0-9]{5}[A-Z]{2}[0-9]{4}[A-Z]{3}[0-9]{6}"));
        national(
                IdentifierType.GSTIN,
                "IN",
                digits("[0-3][0-9][A-Z]{5}[0-9]{4}[A-Z][0-9A-Z][A-Z][0-9A-Z]", CheckDigits::gstin));
        national(IdentifierType.PAN, "IN", PAN);

        national(IdentifierType.TAX, "RU", RUSSIAN_INN);
        national(IdentifierType.TAX, "UZ", UZBEK_INN);
        national(IdentifierType.TAX, "KG", KYRGYZ_INN);
        national(IdentifierType.TAX, "KZ", digits("[0-9]{12}", CheckDigits::bin));
        national(
                IdentifierType.TAX,
                "TR",
                either(digits("[0-9]{10}", CheckDigits::vkn), digits("[1-9][0-9]{10}", CheckDigits::tckn)));
        national(IdentifierType.TAX, "VN", digits("[0-9]{10}([0-9]{3})?", CheckDigits::vietnam));
        national(IdentifierType.TAX, "AE", form("1[0-9]{14}"));
        national(IdentifierType.TAX, "RS", digits("[0-9]{9}", CheckDigits::mod1110));
        national(IdentifierType.TAX, "IN", PAN);
        national(IdentifierType.TAX, "TH", digits("[0-9]{13}", CheckDigits::thai));
        national(IdentifierType.TAX, "CN", digits("[0-9A-HJ-NPQRTUWXY]{18}", CheckDigits::uscc));
        national(IdentifierType.REGISTER, "RS", form("[0-9]{8}"));
        national(IdentifierType.REGISTER, "TH", digits("[0-9]{13}", CheckDigits::thai));
        national(IdentifierType.REGISTER, "SG", form("([0-9]{8,9}|[TSR][0-9]{2}[A-Z]{2}[0-9]{4})[A-Z]"));
        national(IdentifierType.REGISTER, "TR", form("[0-9]{3,8}"));
        VatForms.all().forEach((country, rule) -> national(IdentifierType.VAT, country, rule));
    }

    private CheckRules() {}

    static CheckRule of(IdentifierType type, String country) {
        if (type.onlyCountry() != null && country != null && !type.onlyCountry().equals(country)) {
            return CheckRule.NOT_ISSUED;
        }
        String issuer = country == null ? type.onlyCountry() : country;
        if (type == IdentifierType.INN && issuer != null && !NATIONAL.containsKey(key(type, issuer))) {
            return CheckRule.NOT_ISSUED;
        }
        return NATIONAL.getOrDefault(key(type, issuer), WORLDWIDE.getOrDefault(type, CheckRule.NONE));
    }

    private static void national(IdentifierType type, String country, CheckRule rule) {
        NATIONAL.put(key(type, country), rule);
    }

    private static String key(IdentifierType type, String country) {
        return type + ":" + country;
    }

    /** ISO 9362: four characters of the party, the country, two of the place, three of the branch or none. */
    private static CheckResult bic(String value) {
        boolean form = value.matches("[0-9A-Z]{4}[A-Z]{2}[0-9A-Z]{2}([0-9A-Z]{3})?");
        return form && (Text.country(value.substring(4, 6)) || value.startsWith("XK", 4))
                ? CheckResult.FORM_ONLY
                : CheckResult.WRONG_FORM;
    }

    /** One digit for the kind of taxpayer, a date DDMMYYYY of birth or registration, five digits. */
    private static CheckResult kyrgyzInn(String value) {
        if (!value.matches("[0-9]{14}")) {
            return CheckResult.WRONG_FORM;
        }
        try {
            LocalDate.of(
                    Integer.parseInt(value, 5, 9, 10),
                    Integer.parseInt(value, 3, 5, 10),
                    Integer.parseInt(value, 1, 3, 10));
            return CheckResult.FORM_ONLY;
        } catch (DateTimeException noSuchDay) {
            return CheckResult.WRONG_FORM;
        }
    }
}
