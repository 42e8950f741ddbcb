package lockstep.evidence.exhibit;

import java.util.List;
import java.util.Map;

/** In which languages a country's authorities write; nothing is said of others. */
final class OfficialLanguages {
    private static final Map<String, List<String>> OF = Map.ofEntries(
            Map.entry("AT", List.of("de")),
            Map.entry("BE", List.of("nl", "fr", "de")),
            Map.entry("BG", List.of("bg")),
            Map.entry("CA", List.of("en", "fr")),
            Map.entry("CY", List.of("el")),
            Map.entry("CZ", List.of("cs")),
            Map.entry("DE", List.of("de")),
            Map.entry("DK", List.of("da")),
            Map.entry("EE", List.of("et")),
            Map.entry("ES", List.of("es")),
            Map.entry("EU", List.of("en")),
            Map.entry("FI", List.of("fi", "sv")),
            Map.entry("FR", List.of("fr")),
            Map.entry("GB", List.of("en")),
            Map.entry("GR", List.of("el")),
            Map.entry("HR", List.of("hr")),
            Map.entry("HU", List.of("hu")),
            Map.entry("IE", List.of("en")),
            Map.entry("IT", List.of("it")),
            Map.entry("JP", List.of("ja")),
            Map.entry("LT", List.of("lt")),
            Map.entry("LU", List.of("fr", "de")),
            Map.entry("LV", List.of("lv")),
            Map.entry("MT", List.of("mt", "en")),
            Map.entry("NL", List.of("nl")),
            Map.entry("PL", List.of("pl")),
            Map.entry("PT", List.of("pt")),
            Map.entry("RO", List.of("ro")),
            Map.entry("SE", List.of("sv")),
            Map.entry("SI", List.of("sl")),
            Map.entry("SK", List.of("sk")),
            Map.entry("UA", List.of("uk")),
            Map.entry("US", List.of("en")));

    private OfficialLanguages() {}

    static List<String> of(String country) {
        return OF.getOrDefault(country, List.of());
    }
}
