package lockstep.listing.subject;

import java.util.LinkedHashMap;
import java.util.Map;

/** The forms of VAT numbers in the Union, each with its prefix (Greece writes EL). */
final class VatForms {
    private static final Map<String, CheckRule> FORMS = new LinkedHashMap<>();

    static {
        form("AT", "U[0-9]{8}");
        form("BE", "[01][0-9]{9}");
        form("BG", "[0-9]{9,10}");
        form("CY", "[0-9]{8}[A-Z]");
        form("CZ", "[0-9]{8,10}");
        FORMS.put("DE", CheckRule.digits("DE[1-9][0-9]{8}", value -> CheckDigits.mod1110(value.substring(2))));
        form("DK", "[0-9]{8}");
        form("EE", "[0-9]{9}");
        form("ES", "[0-9A-Z][0-9]{7}[0-9A-Z]");
        form("FI", "[0-9]{8}");
        form("FR", "[0-9A-HJ-NP-Z]{2}[0-9]{9}");
        FORMS.put("GR", CheckRule.form("EL[0-9]{9}"));
        FORMS.put("HR", CheckRule.digits("HR[0-9]{11}", value -> CheckDigits.mod1110(value.substring(2))));
        form("HU", "[0-9]{8}");
        form("IE", "[0-9][0-9A-Z+*][0-9]{5}[A-Z]{1,2}");
        form("IT", "[0-9]{11}");
        form("LT", "([0-9]{9}|[0-9]{12})");
        form("LU", "[0-9]{8}");
        form("LV", "[0-9]{11}");
        form("MT", "[0-9]{8}");
        form("NL", "[0-9]{9}B[0-9]{2}");
        form("PL", "[0-9]{10}");
        form("PT", "[0-9]{9}");
        form("RO", "[0-9]{2,10}");
        form("SE", "[0-9]{12}");
        form("SI", "[0-9]{8}");
        form("SK", "[0-9]{10}");
    }

    private VatForms() {}

    static Map<String, CheckRule> all() {
        return FORMS;
    }

    /** The prefix by which a country's VAT numbers begin. */
    static String prefix(String country) {
        return country.equals("GR") ? "EL" : country;
    }

    private static void form(String country, String rest) {
        FORMS.put(country, CheckRule.form(country + rest));
    }
}
