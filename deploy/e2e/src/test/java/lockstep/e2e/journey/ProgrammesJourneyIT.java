package lockstep.e2e.journey;

import static lockstep.e2e.replay.Officials.releasedTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.e2e.client.Api;
import lockstep.e2e.client.Json;
import lockstep.e2e.replay.ActWay;
import lockstep.e2e.replay.EntryWay;
import lockstep.e2e.replay.Ledger;
import lockstep.e2e.replay.Officials;
import lockstep.e2e.replay.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every programme from draft to published in its own stages, with real tokens of its own officials. */
class ProgrammesJourneyIT {
    private static final Map<String, Object> CANADA = releasedTo("CA:PROTECTED_A", "CA-SANCTIONS");
    private static final Map<String, Object> SWITZERLAND = releasedTo("CH:INTERN", "CH-SANCTIONS");
    private static final Map<String, Object> JAPAN = releasedTo("JP:INTERNAL", "JP-SANCTIONS");
    private static final Map<String, Object> UKRAINE = releasedTo("UA:OFFICIAL_USE", "UA-SANCTIONS");

    /** Annex IV and the Entity List have journeys of their own. */
    static final List<Officials> PROGRAMMES = List.of(
            Officials.UNION.in("EU-833-XLV", "com-reviewer"),
            Officials.UNION.in("EU-269", "pl-reviewer"),
            Officials.BLOCKING,
            Officials.BLOCKING.in("US-CAPTA", "state-reviewer"),
            Officials.SANCTIONS_LIST,
            recorded("CA-SEMA", Map.of("proposes", "gac", "decides", "pco"), "fin-reviewer", "GOVERNOR", CANADA)
                    .naming(Map.of("ORDER", "P.C. %1$d-%2$d", "REGULATION", "SOR/%1$d-99")),
            recorded("CH-UKR", Map.of("proposes", "seco", "decides", "seco"), "fdfa-reviewer", "EAER", SWITZERLAND)
                    .naming(Map.of("AMENDMENT", "AS %1$d %2$d")),
            new Officials(
                    "JP-FEFTA",
                    "meti-analyst",
                    "meti-submitter",
                    "mofa-chair",
                    "mofa-reviewer",
                    "meti-legal",
                    List.of(),
                    List.of(),
                    "NOTICE",
                    "mofa-secretary-1",
                    "mofa-secretary-2",
                    "meti-publisher",
                    Map.of("NOTICE", "%2$d/%1$d"),
                    null,
                    JAPAN),
            new Officials(
                    "UA-NSDC",
                    "sbu-analyst",
                    "sbu-submitter",
                    "nsdc-chair",
                    "cmu-reviewer",
                    "nsdc-legal",
                    List.of("cmu-voter", "sbu-voter", "nbu-voter", "pres-ua-voter", "nsdc-voter"),
                    List.of("NSDC"),
                    "DECREE",
                    "nsdc-secretary-1",
                    "nsdc-secretary-2",
                    "nsdc-publisher",
                    Map.of("DECREE", "%2$d/%1$d"),
                    null,
                    UKRAINE));

    private final Api api = Running.api();

    /** One ministry proposes and has chair and lawyers; what it or another decides is recorded. */
    private static Officials recorded(
            String programme, Map<String, String> who, String endorser, String stage, Map<String, Object> marking) {
        String proposes = who.get("proposes");
        String decides = who.get("decides");
        return new Officials(
                programme,
                proposes + "-analyst",
                proposes + "-submitter",
                proposes + "-chair",
                endorser,
                proposes + "-legal",
                List.of(),
                List.of(),
                stage,
                decides + "-secretary-1",
                decides + "-secretary-2",
                decides + "-publisher",
                Map.of(),
                null,
                marking);
    }

    @ParameterizedTest
    @FieldSource("PROGRAMMES")
    void a_proposal_goes_from_draft_to_its_printed_row(Officials officials) {
        EntryWay entry = new Situations(officials).ready(3 + PROGRAMMES.indexOf(officials));
        Ledger ledger = Ledger.in(Running.notes("act-" + officials.programme()));
        try (Workers workers = new Workers(2)) {
            new ActWay(officials, entry.row().listed(), List.of(entry), api, ledger, workers).run();
        }
        JsonNode proposal = entry.standing();
        assertEquals("PUBLISHED", proposal.path("status").asText());
        JsonNode listing = api.listing(officials.analyst())
                .get("/listings/" + proposal.path("listingId").asText());
        assertEquals("ACTIVE", listing.path("status").asText());
        String printed = listing.at("/outputs/0/text").asText();
        assertTrue(printed.toLowerCase().contains(entry.row().name().toLowerCase()), printed);
    }

    @Test
    void every_programme_of_the_instance_has_a_journey() {
        Set<String> served = Json.items(
                        api.listing("eeas-analyst").get("/programmes").path("items"))
                .map(programme -> programme.path("code").asText())
                .collect(Collectors.toSet());
        Set<String> gone = Stream.concat(
                        PROGRAMMES.stream().map(Officials::programme), Stream.of("EU-833-IV", "US-BIS-EL"))
                .collect(Collectors.toSet());
        assertEquals(served, gone);
    }
}
