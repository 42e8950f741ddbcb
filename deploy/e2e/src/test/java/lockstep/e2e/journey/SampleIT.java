package lockstep.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lockstep.e2e.client.Api;
import lockstep.e2e.client.Json;
import lockstep.e2e.replay.Ledger;
import lockstep.e2e.sample.SampleCases;
import lockstep.local.Instance;
import lockstep.local.Progress;
import org.junit.jupiter.api.Test;

/** What a first visitor finds; but for the listing that lies back in time, which only a first start can make. */
class SampleIT {
    /** By the numbers of the companies' rows. */
    private static final Map<Integer, String> STATUSES = Map.of(
            20, "DRAFT",
            19, "SUBMITTED",
            10, "IN_REVIEW",
            16, "LEGAL_REVIEW",
            21, "READY",
            6, "RETURNED",
            12, "RETURNED",
            18, "REJECTED",
            14, "SCHEDULED");

    private final Instance instance = Running.instance();
    private final Api api = Running.api();
    private final Progress progress = new Progress(new PrintStream(OutputStream.nullOutputStream()));

    @Test
    void each_situation_is_there_and_loading_again_adds_nothing() throws Exception {
        new SampleCases().load(instance, progress);
        Path notes = instance.options().data().resolve("sample.jsonl");
        long noted = Files.size(notes);
        new SampleCases().load(instance, progress);
        assertEquals(noted, Files.size(notes), "nothing is left to do");

        assertEquals("STOPPED", round("Bearings and components").path("status").asText());
        assertEquals(1, round("Bearings and components").path("notes").size());
        assertEquals(1, packaged("Central Asia, bearings").path("entries").size());
        assertEquals(3, round("Central Asia, bearings").at("/tally/approve").asInt(), "anew, after the carve-out");
        assertTrue(round("Microelectronics, second part").path("silence").asBoolean());
        assertEquals(
                "PUBLISHED",
                packaged("Microelectronics, first part").path("status").asText());
        assertEquals(
                "AWAITING_CONFIRMATION",
                packaged("Machine tools").at("/recorded/0/status").asText());
        whatGoesAlong(Ledger.in(notes));
        assertTrue(
                api.listing("eeas-analyst")
                                .get("/programmes/EU-833-IV/renewal")
                                .at("/sheets/KEEP")
                                .asInt()
                        > 0,
                "a sheet of the renewal");
        JsonNode held = api.listing("bis-publisher").get("/packages/" + id("bis-publisher", "Aviation parts"));
        assertEquals("SCHEDULED", held.path("status").asText());
        assertFalse(held.at("/release/hold/reason").asText().isBlank());
        Ledger ledger = Ledger.in(notes);
        String group = ledger.id("package/EU-833-IV/network/embargo").orElseThrow();
        assertEquals(
                List.of("GO", "HOLD", "INVITED"),
                Json.items(api.listing("op-publisher")
                                .get("/embargo-groups/" + group)
                                .path("members"))
                        .map(member -> member.path("state").asText())
                        .sorted()
                        .toList());
        STATUSES.forEach((row, status) -> assertEquals(status, status(ledger, row), "the company of row " + row));
        for (String account : List.of(
                "eeas-analyst",
                "eeas-submitter",
                "pres-chair",
                "com-reviewer",
                "cls-legal",
                "fr-voter",
                "gsc-secretary-2",
                "op-publisher",
                "bis-voter",
                "bis-publisher",
                "ofac-chair",
                "fcdo-chair")) {
            assertFalse(api.listing(account).get("/inbox").path("items").isEmpty(), "what waits for " + account);
        }
    }

    /** An impact note, an alternate who speaks for a holder, a deputy, and a correction that a seat can still stop. */
    private void whatGoesAlong(Ledger ledger) {
        String silence = id("pres-chair", "Microelectronics, second part");
        JsonNode impact = api.listing("de-voter").get("/packages/" + silence + "/impact-notes");
        assertTrue(impact.at("/items/0/current").asBoolean(), impact::toString);
        JsonNode french = Json.items(round("Microelectronics, second part").path("electorate"))
                .filter(seat -> seat.path("seat").asText().equals("FR"))
                .findFirst()
                .orElseThrow();
        assertEquals("fr-voter", french.at("/vote/standsFor/account").asText(), french::toString);
        assertTrue(
                Json.items(api.listing("fr-voter").get("/absences").path("items"))
                        .anyMatch(its -> its.path("deputyAccount").asText().equals("fr-alternate")),
                "an absence with a deputy");
        String corrected = ledger.id("case/EU-833-IV/14/proposal/0/correct").orElseThrow();
        assertEquals(
                "TACIT",
                api.listing("fr-voter")
                        .get("/corrections/" + corrected)
                        .path("status")
                        .asText());
    }

    private String status(Ledger ledger, int row) {
        String id = ledger.id("case/EU-833-IV/" + row + "/proposal/0/draft").orElseThrow();
        return api.listing("eeas-analyst")
                .get("/proposals/" + id)
                .path("status")
                .asText();
    }

    private JsonNode round(String title) {
        return packaged(title).path("round");
    }

    private JsonNode packaged(String title) {
        return api.listing("pres-chair").get("/packages/" + id("pres-chair", title));
    }

    private String id(String account, String title) {
        return Json.items(api.listing(account).get("/packages?limit=200").path("items"))
                .filter(its -> its.path("title").asText().equals(title))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }
}
