package lockstep.listing.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** DOMAIN's table of programmes, row by row. */
final class Procedures {
    private Procedures() {}

    private static final List<String> STATES = List.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");
    private static final List<String> CHANGES = List.of("ADD", "AMEND", "REMOVE");

    private static Procedure.Stage recorded(String code) {
        return new Procedure.Stage(code, "RECORDED", "RECORDED", false, 0, false, true, null, false);
    }

    static List<Procedure> all() {
        return List.of(
                eu(
                        "EU-833-IV",
                        List.of("EU-EEAS", "DE-REP"),
                        true,
                        List.of("EU-EEAS", "EU-COM"),
                        "IV-MIL-TECH",
                        Map.of()),
                eu(
                        "EU-833-XLV",
                        List.of("EU-COM", "PL-REP"),
                        true,
                        List.of("EU-EEAS", "EU-COM"),
                        "XLV-TRANSACTIONS",
                        Map.of("part", "A")),
                eu(
                        "EU-269",
                        List.of("DE-REP", "EU-EEAS"),
                        false,
                        List.of("EU-EEAS", "DE-REP", "FR-REP"),
                        "269-3-1-H",
                        Map.of()),
                ofac("US-OFAC-14024", "14024-1A-VI", Map.of("tag", "RUSSIA-EO14024")),
                ofac("US-CAPTA", "14024-11", Map.of("tag", "RUSSIA-EO14024", "restriction", "Opening prohibited")),
                bis(),
                minister(
                        "UK-RUS",
                        List.of("ADD", "AMEND", "REMOVE", "CONFIRM"),
                        "UK:OFFICIAL",
                        "Europe/London",
                        Holidays.UK,
                        List.of("UK-FCDO"),
                        List.of("UK-HMT", "UK-DBT"),
                        offices(
                                "UK-FCDO",
                                "UK-FCDO",
                                "UK-FCDO",
                                "UK-FCDO",
                                "UK-FCDO",
                                List.of("UK-HMT", "UK-DBT", "UK-FCDO")),
                        "MINISTER",
                        "RUS-6-2-B",
                        Map.of("sanctionsImposed", "Asset freeze"),
                        Map.of("DESIGNATION", "FCDO/2024/1"),
                        List.of()),
                minister(
                        "CA-SEMA",
                        CHANGES,
                        "CA:PROTECTED_A",
                        "America/Toronto",
                        Holidays.CA,
                        List.of("CA-GAC"),
                        List.of("CA-FIN"),
                        offices("CA-GAC", "CA-PCO", "CA-GAC", "CA-PCO", "CA-GAC", List.of("CA-FIN", "CA-GAC")),
                        "GOVERNOR",
                        "SEMA-4",
                        Map.of(),
                        Map.of("ORDER", "P.C. 2024-1", "REGULATION", "SOR/2024-1"),
                        List.of("fr")),
                minister(
                        "CH-UKR",
                        CHANGES,
                        "CH:INTERN",
                        "Europe/Zurich",
                        Holidays.CH,
                        List.of("CH-SECO"),
                        List.of("CH-FDFA"),
                        offices("CH-SECO", "CH-SECO", "CH-SECO", "CH-SECO", "CH-SECO", List.of("CH-FDFA", "CH-SECO")),
                        "EAER",
                        "EMBG-1",
                        Map.of(),
                        Map.of("AMENDMENT", "AS 2024 1"),
                        List.of("de", "fr", "it")),
                minister(
                        "JP-FEFTA",
                        CHANGES,
                        "JP:INTERNAL",
                        "Asia/Tokyo",
                        Holidays.JP,
                        List.of("JP-METI", "JP-MOFA"),
                        List.of("JP-METI", "JP-MOFA"),
                        offices("JP-MOFA", "JP-MOFA", "JP-METI", "JP-METI", "JP-MOFA", List.of("JP-METI", "JP-MOFA")),
                        "NOTICE",
                        "FEFTA-48",
                        Map.of(),
                        Map.of("NOTICE", "1/2024"),
                        List.of("ja")),
                ukraine());
    }

    private static Map<String, List<String>> offices(
            String chair,
            String secretariat,
            String legal,
            String publisher,
            String registrar,
            List<String> reviewers) {
        return Map.of(
                "chair", List.of(chair),
                "secretariat", secretariat == null ? List.of() : List.of(secretariat),
                "legal", List.of(legal),
                "publisher", List.of(publisher),
                "registrar", List.of(registrar),
                "reviewer", reviewers);
    }

    private static Procedure eu(
            String code,
            List<String> proposers,
            boolean each,
            List<String> endorsers,
            String criterion,
            Map<String, String> terms) {
        Map<String, String> seats = new TreeMap<>();
        STATES.forEach(state -> seats.put(state, state + "-REP"));
        return new Procedure(
                code,
                "EU:LIMITE",
                ZoneId.of("Europe/Brussels"),
                Holidays.EU,
                List.of("ADD", "AMEND", "REMOVE", "RENEW"),
                proposers,
                each,
                endorsers,
                offices("EU-PRES", "EU-GSC", "EU-CLS", "EU-OP", "EU-GSC", endorsers),
                seats,
                Set.of(),
                List.of(
                        new Procedure.Stage("RELEX", "UNANIMITY", "UNANIMITY", true, 48, false, false, null, false),
                        new Procedure.Stage("COREPER", "UNANIMITY", "UNANIMITY", true, 24, false, false, null, false),
                        recorded("COUNCIL")),
                List.of(),
                criterion,
                terms,
                Map.of("CFSP_DECISION", "(CFSP) 2024/1849", "REGULATION", "(EU) 2024/1848"),
                false,
                List.of());
    }

    private static Procedure ofac(String code, String criterion, Map<String, String> terms) {
        List<String> both = List.of("US-OFAC", "US-STATE");
        return new Procedure(
                code,
                "US:CUI",
                ZoneId.of("America/New_York"),
                Holidays.US,
                CHANGES,
                both,
                false,
                both,
                offices("US-OFAC", null, "US-TREAS", "US-OFAC", "US-OFAC", both),
                Map.of("DIRECTOR", "US-OFAC", "STATE", "US-STATE"),
                Set.of("STATE"),
                List.of(new Procedure.Stage("DIRECTOR", "SIGN", "SIGN", false, 0, false, true, null, false)),
                both,
                criterion,
                terms,
                Map.of(),
                false,
                List.of());
    }

    private static Procedure bis() {
        List<String> agencies = List.of("US-BIS", "US-STATE", "US-DOD", "US-DOE", "US-TREAS");
        return new Procedure(
                "US-BIS-EL",
                "US:CUI",
                ZoneId.of("America/New_York"),
                Holidays.US,
                CHANGES,
                List.of("US-BIS", "US-STATE"),
                false,
                agencies,
                offices("US-BIS", null, "US-BIS", "US-BIS", "US-BIS", agencies),
                Map.of(
                        "COMMERCE",
                        "US-BIS",
                        "STATE",
                        "US-STATE",
                        "DEFENSE",
                        "US-DOD",
                        "ENERGY",
                        "US-DOE",
                        "TREASURY",
                        "US-TREAS"),
                Set.of("TREASURY"),
                List.of(
                        new Procedure.Stage("ERC", "MAJORITY", "UNANIMITY", false, 0, true, true, "ACEP", false),
                        new Procedure.Stage("ACEP", "MAJORITY", "MAJORITY", false, 0, false, true, null, true)),
                List.of(),
                "EL-744.11-B",
                Map.of(
                        "licenseRequirement", "For all items subject to the EAR. (See §744.11 of the EAR)",
                        "licenseReviewPolicy", "Presumption of denial"),
                Map.of(),
                true,
                List.of());
    }

    private static Procedure minister(
            String code,
            List<String> kinds,
            String level,
            String zone,
            Set<LocalDate> holidays,
            List<String> proposers,
            List<String> endorsers,
            Map<String, List<String>> offices,
            String stage,
            String criterion,
            Map<String, String> terms,
            Map<String, String> instruments,
            List<String> languages) {
        return new Procedure(
                code,
                level,
                ZoneId.of(zone),
                holidays,
                kinds,
                proposers,
                false,
                endorsers,
                offices,
                Map.of(),
                Set.of(),
                List.of(recorded(stage)),
                List.of(),
                criterion,
                terms,
                instruments,
                false,
                languages);
    }

    private static Procedure ukraine() {
        List<String> members = List.of("UA-SBU", "UA-NBU", "UA-CMU", "UA-PRES", "UA-RADA");
        return new Procedure(
                "UA-NSDC",
                "UA:OFFICIAL_USE",
                ZoneId.of("Europe/Kyiv"),
                Set.of(),
                CHANGES,
                List.of("UA-SBU", "UA-NBU"),
                false,
                members,
                offices("UA-NSDC", "UA-NSDC", "UA-NSDC", "UA-NSDC", "UA-NSDC", members),
                Map.of(
                        "CABINET",
                        "UA-CMU",
                        "SECURITY",
                        "UA-SBU",
                        "BANK",
                        "UA-NBU",
                        "PRESIDENT",
                        "UA-PRES",
                        "COUNCIL",
                        "UA-NSDC"),
                Set.of(),
                List.of(
                        new Procedure.Stage("NSDC", "MAJORITY", "MAJORITY", false, 0, false, false, null, false),
                        recorded("DECREE")),
                List.of(),
                "UA-3",
                Map.of("until", "2030-01-01", "measures", "Blocking of assets"),
                Map.of("DECREE", "1/2024"),
                false,
                List.of("uk"));
    }
}
