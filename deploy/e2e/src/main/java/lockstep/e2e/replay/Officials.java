package lockstep.e2e.replay;

import static lockstep.e2e.client.Json.object;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lockstep.e2e.source.SourceRow;

/**
 * Who does what in one programme's procedure, and how what they bring is marked.
 *
 * @param stages codes of the stages that vote, in turn
 * @param recordedStage the stage whose decision two secretaries record, or null
 * @param acts number of each act that the record names, by its code: a pattern of year and two numbers that follow
 * @param consulted the agency whose consultation the chair records, or null
 */
public record Officials(
        String programme,
        String analyst,
        String submitter,
        String chair,
        String endorser,
        String legal,
        List<String> voters,
        List<String> stages,
        String recordedStage,
        String secretary,
        String secondSecretary,
        String publisher,
        Map<String, String> acts,
        String consulted,
        Map<String, Object> marking) {

    /** A row's number in the form of this list. */
    String number(SourceRow row) {
        return programme.equals("UK-RUS") ? "RUS%04d".formatted(Integer.parseInt(row.reference())) : row.reference();
    }

    /** Annex IV of Regulation (EU) No 833/2014, proposed by the EEAS; one voter for each of the 27 seats. */
    public static final Officials UNION = new Officials(
            "EU-833-IV",
            "eeas-analyst",
            "eeas-submitter",
            "pres-chair",
            "com-reviewer",
            "cls-legal",
            Stream.of(
                            "at", "be", "bg", "cy", "cz", "de", "dk", "ee", "el", "es", "fi", "fr", "hr", "hu", "ie",
                            "it", "lt", "lu", "lv", "mt", "nl", "pl", "pt", "ro", "se", "si", "sk")
                    .map(seat -> seat + "-voter")
                    .toList(),
            List.of("RELEX", "COREPER"),
            "COUNCIL",
            "gsc-secretary-1",
            "gsc-secretary-2",
            "op-publisher",
            Map.of("CFSP_DECISION", "(CFSP) %1$d/%2$d", "REGULATION", "(EU) %1$d/%3$d"),
            null,
            releasedTo("EU:LIMITE", "EU-COUNCIL"));

    /** The Entity List, proposed by Commerce, endorsed by State. */
    public static final Officials ENTITY_LIST = new Officials(
            "US-BIS-EL",
            "bis-analyst",
            "bis-submitter",
            "bis-chair",
            "state-reviewer",
            "bis-counsel",
            List.of("bis-voter", "state-voter", "dod-voter", "doe-voter"),
            List.of("ERC"),
            null,
            null,
            null,
            "bis-publisher",
            Map.of(),
            null,
            releasedTo("US:CUI", "ERC"));

    /** Blocked persons (E.O. 14024), proposed by OFAC, endorsed by State, which is also consulted. */
    public static final Officials BLOCKING = new Officials(
            "US-OFAC-14024",
            "ofac-analyst",
            "ofac-submitter",
            "ofac-chair",
            "state-reviewer",
            "treas-counsel",
            List.of("ofac-director"),
            List.of("DIRECTOR"),
            null,
            null,
            null,
            "ofac-publisher",
            Map.of(),
            "US-STATE",
            releasedTo("US:CUI", "US-SANCTIONS"));

    /** The UK Sanctions List, proposed by the FCDO, endorsed by HM Treasury, decided by the Minister. */
    public static final Officials SANCTIONS_LIST = new Officials(
            "UK-RUS",
            "fcdo-analyst",
            "fcdo-submitter",
            "fcdo-chair",
            "hmt-reviewer",
            "fcdo-legal",
            List.of(),
            List.of(),
            "MINISTER",
            "fcdo-secretary-1",
            "fcdo-secretary-2",
            "fcdo-publisher",
            Map.of("DESIGNATION", "RUS/%1$d/%2$d"),
            null,
            releasedTo("UK:OFFICIAL", "UK-SANCTIONS"));

    /** The same officials in another programme, with another endorser. */
    public Officials in(String other, String otherEndorser) {
        return with(other, otherEndorser, acts);
    }

    public Officials naming(Map<String, String> numbers) {
        return with(programme, endorser, numbers);
    }

    private Officials with(String other, String otherEndorser, Map<String, String> numbers) {
        return new Officials(
                other,
                analyst,
                submitter,
                chair,
                otherEndorser,
                legal,
                voters,
                stages,
                recordedStage,
                secretary,
                secondSecretary,
                publisher,
                numbers,
                consulted,
                marking);
    }

    /** A marking released to groups, AMBER. */
    public static Map<String, Object> releasedTo(String level, String... groups) {
        return object("level", level, "orcon", false, "relTo", List.of(groups), "tlp", "AMBER", "named", List.of());
    }
}
