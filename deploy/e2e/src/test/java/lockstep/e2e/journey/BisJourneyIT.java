package lockstep.e2e.journey;

import static lockstep.e2e.client.Json.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import lockstep.e2e.client.Answer;
import lockstep.e2e.client.Api;
import lockstep.e2e.client.Json;
import lockstep.e2e.replay.ActWay;
import lockstep.e2e.replay.EntryWay;
import lockstep.e2e.replay.Ledger;
import lockstep.e2e.replay.Officials;
import lockstep.e2e.replay.Workers;
import org.junit.jupiter.api.Test;

class BisJourneyIT {
    private static final Officials ERC = Officials.ENTITY_LIST;
    private final Api api = Running.api();
    private final Situations its = new Situations(ERC);

    private JsonNode vote(String account, String round, String choice) {
        JsonNode read = api.listing(account).get("/rounds/" + round);
        return its.post(
                account,
                "/rounds/" + round + "/votes",
                object(
                        "packageHashRead",
                        read.path("packageHash").asText(),
                        "choice",
                        choice,
                        "reason",
                        choice.equals("OBJECT") ? "The chain to the consignee is not shown." : null));
    }

    @Test
    void a_proposal_goes_from_draft_to_its_row_in_the_entity_list() {
        EntryWay entry = its.ready(13);
        try (Workers workers = new Workers(2)) {
            new ActWay(ERC, entry.row().listed(), List.of(entry), api, Ledger.in(Running.notes("bis-act")), workers)
                    .run();
        }
        JsonNode proposal = entry.standing();
        assertEquals("PUBLISHED", proposal.path("status").asText());
        JsonNode output = api.listing(ERC.analyst())
                .get("/listings/" + proposal.path("listingId").asText())
                .path("outputs")
                .path(0);
        assertEquals("ENTITY_LIST_ROW", output.path("format").asText());
        assertEquals(
                "UNITED ARAB EMIRATES", output.path("parts").path("country").asText());
        assertEquals(entry.row().name(), output.path("parts").path("name").asText());
        assertTrue(
                output.path("text").asText().contains("91 FR 99"),
                output.path("text").asText());
    }

    @Test
    void a_tie_fails_and_an_objection_stops_nothing() {
        EntryWay entry = its.ready(14);
        String round = its.open(its.packageOf(entry)).path("id").asText();
        vote("bis-voter", round, "APPROVE");
        assertEquals("OPEN", vote("state-voter", round, "OBJECT").path("status").asText());
        vote("dod-voter", round, "APPROVE");
        assertEquals("FAILED", vote("doe-voter", round, "OBJECT").path("status").asText());
        assertTrue(List.of("ESCALATED", "REJECTED")
                .contains(entry.standing().path("status").asText()));
    }

    @Test
    void treasury_votes_only_where_the_chair_has_said_so_at_the_opening() {
        JsonNode without = its.open(its.packageOf(its.ready(15)));
        assertEquals(4, without.path("electorate").size());
        Answer refused = api.listing("treas-voter")
                .send(
                        "POST",
                        "/rounds/" + without.path("id").asText() + "/votes",
                        object("packageHashRead", without.path("packageHash").asText(), "choice", "APPROVE"));
        assertTrue(refused.isClearRefusal(), refused.toString());
        assertEquals("no-seat", refused.reason());

        JsonNode with = its.open(its.packageOf(its.ready(16)), "TREASURY");
        assertEquals(
                List.of("COMMERCE", "STATE", "DEFENSE", "ENERGY", "TREASURY"),
                Json.items(with.path("electorate"))
                        .map(seat -> seat.path("seat").asText())
                        .toList());
        JsonNode voted = vote("treas-voter", with.path("id").asText(), "APPROVE");
        assertEquals(1, voted.path("tally").path("approve").asInt());
    }
}
