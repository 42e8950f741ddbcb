package lockstep.listing.subject;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In which scripts the registers of a country write a name; Latin where the table says nothing. */
public final class NativeScript {
    private static final List<String> LATIN = List.of("Latn");
    private static final Map<String, List<String>> BY_COUNTRY = new HashMap<>();

    static {
        table("Cyrl", "RU BY UA BG MK KZ KG TJ");
        table("Cyrl Mong", "MN");
        table("Latn Cyrl", "UZ RS ME BA MD");
        table("Hani", "CN HK TW");
        table("Hani Latn", "MO");
        table("Hani Hira Kana", "JP");
        table("Hang Hani", "KR KP");
        table("Arab", "AE IR IQ SY SA QA KW BH OM YE JO LB PS EG LY SD DZ MA TN MR AF");
        table("Latn Arab", "PK DJ SO KM TD");
        table("Hebr Arab", "IL");
        table("Grek", "GR");
        table("Grek Latn", "CY");
        table("Geor", "GE");
        table("Armn", "AM");
        table("Thai", "TH");
        table("Mymr", "MM");
        table("Laoo", "LA");
        table("Khmr", "KH");
        table("Beng", "BD");
        table("Deva", "NP");
        table("Sinh Taml Latn", "LK");
        table("Tibt", "BT");
        table("Thaa", "MV");
        table("Ethi", "ET");
        table("Ethi Arab Latn", "ER");
    }

    private NativeScript() {}

    /** ISO 15924 codes, the usual one first. */
    public static List<String> of(String country) {
        return BY_COUNTRY.getOrDefault(country, LATIN);
    }

    /** True if the name, as written, can be the one that the country's register holds. */
    public static boolean writes(String country, Name name) {
        return name.full() != null && of(country).stream().anyMatch(script -> Script.writes(script, name.full()));
    }

    private static void table(String scripts, String countries) {
        for (String country : countries.split(" ")) {
            BY_COUNTRY.put(country, List.of(scripts.split(" ")));
        }
    }
}
