package lockstep.e2e.journey;

import static lockstep.e2e.client.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.e2e.client.Api;
import lockstep.e2e.replay.EntryWay;
import lockstep.e2e.replay.Judging;
import lockstep.e2e.replay.Ledger;
import lockstep.e2e.replay.Officials;
import lockstep.e2e.replay.Statement;
import lockstep.e2e.replay.Tally;
import lockstep.e2e.source.SourceList;

/** Brings fresh proposals of the sample's companies to where a test begins. */
final class Situations {
    private final Officials officials;
    private final Api api = Running.api();
    private final Ledger ledger = Ledger.in(Running.notes("situation-" + UUID.randomUUID()));
    private final Tally tally = new Tally(new PrintStream(OutputStream.nullOutputStream()));

    Situations(Officials officials) {
        this.officials = officials;
    }

    EntryWay draft(int row) {
        EntryWay entry = new EntryWay(officials, SourceList.sample().rows().get(row), api, ledger, tally);
        entry.draft(
                new Statement(officials, api.listing(officials.analyst()).get("/programmes/" + officials.programme())));
        return entry;
    }

    EntryWay inReview(int row) {
        EntryWay entry = draft(row);
        entry.intoReview(new Judging(tally));
        return entry;
    }

    EntryWay ready(int row) {
        EntryWay entry = inReview(row);
        entry.toReady();
        return entry;
    }

    String packageOf(EntryWay entry) {
        return post(
                        officials.chair(),
                        "/packages",
                        object(
                                "programme",
                                officials.programme(),
                                "title",
                                "Listings",
                                "draftAct",
                                "Draft act",
                                "proposalIds",
                                List.of(entry.id())))
                .path("id")
                .asText();
    }

    /** A round with a deadline nine days away, whatever day that is. */
    JsonNode open(String packageId, String... conditionalSeats) {
        return post(
                officials.chair(),
                "/packages/" + packageId + "/rounds",
                object(
                        "deadline", Instant.now().plus(9, ChronoUnit.DAYS).toString(),
                        "deadlineFlag", "the committee meets on that day",
                        "conditionalSeats", List.of(conditionalSeats)));
    }

    JsonNode post(String account, String path, Map<String, Object> body) {
        return api.listing(account).post(path, body, UUID.randomUUID().toString());
    }

    static Map<String, Object> approval(JsonNode round) {
        return object("packageHashRead", round.path("packageHash").asText(), "choice", "APPROVE");
    }
}
