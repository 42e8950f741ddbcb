package lockstep.e2e.voting;

import static lockstep.e2e.client.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import lockstep.e2e.client.Api;
import lockstep.e2e.replay.EntryWay;
import lockstep.e2e.replay.Judging;
import lockstep.e2e.replay.Ledger;
import lockstep.e2e.replay.Officials;
import lockstep.e2e.replay.Statement;
import lockstep.e2e.replay.Tally;
import lockstep.e2e.replay.Workers;

/** Brings packages of invented companies, each through all its steps by its officials, to an open round. */
public final class OpenRounds {
    /** From a draft to a proposal that is ready: submitted, accepted, endorsed, found sufficient. */
    private static final int STEPS = 4;

    private final Officials officials;
    private final Api api;
    private final Ledger ledger;
    private final Tally tally = new Tally(new PrintStream(OutputStream.nullOutputStream()));
    private int steps;
    private long nanoseconds;

    public OpenRounds(Officials officials, Api api, Path ledger) {
        this.officials = officials;
        this.api = api;
        this.ledger = Ledger.in(ledger);
    }

    /** So many rounds of packages of so many entries each. */
    public List<OpenRound> open(int rounds, int entries, Workers workers) {
        Statement statement =
                new Statement(officials, api.listing(officials.analyst()).get("/programmes/" + officials.programme()));
        List<EntryWay> all = IntStream.range(0, rounds * entries)
                .mapToObj(n -> new EntryWay(officials, Companies.row(n), api, ledger, tally))
                .toList();
        workers.all(all, entry -> entry.draft(statement));
        long began = System.nanoTime();
        workers.all(all, entry -> {
            entry.intoReview(new Judging(tally));
            entry.toReady();
        });
        nanoseconds += System.nanoTime() - began;
        steps += STEPS * all.size();
        List<OpenRound> opened = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            opened.add(open(i, all.subList(i * entries, (i + 1) * entries)));
        }
        return opened;
    }

    /** Steps of proposals per second while these were made, each with what its official reads before it. */
    public double stepsPerSecond() {
        return steps * 1e9 / nanoseconds;
    }

    private OpenRound open(int n, List<EntryWay> entries) {
        JsonNode its = api.listing(officials.chair())
                .post(
                        "/packages",
                        object(
                                "programme",
                                officials.programme(),
                                "title",
                                "Listings " + n,
                                "draftAct",
                                "Draft act " + n,
                                "proposalIds",
                                entries.stream().map(EntryWay::id).toList()),
                        ledger.key("package/" + n));
        JsonNode round = api.listing(officials.chair())
                .post(
                        "/packages/" + its.path("id").asText() + "/rounds",
                        object(
                                "deadline",
                                        Instant.now().plus(9, ChronoUnit.DAYS).toString(),
                                "deadlineFlag", "the committee meets on that day",
                                "conditionalSeats", List.of()),
                        ledger.key("round/" + n));
        return new OpenRound(
                UUID.fromString(round.path("id").asText()),
                round.path("packageHash").asText());
    }
}
