package lockstep.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import lockstep.e2e.replay.Ledger;
import lockstep.e2e.replay.Replay;
import lockstep.e2e.replay.ReplayResult;
import lockstep.e2e.source.SourceList;
import lockstep.local.Instance;
import lockstep.local.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone, as it takes away what the others need. */
@Isolated
class CrashIT {
    /** Acts of which a proposal has exactly one, whatever happened on its way. */
    private static final String TWICE =
            "select count(*) from (select aggregate_id, type from journal where outcome = 'DONE'"
                    + " and type in ('proposal.submitted', 'proposal.accepted', 'proposal.endorsed', 'proposal.found-sufficient',"
                    + " 'proposal.published') group by aggregate_id, type having count(*) > 1) as twice";

    private final Path notes = Running.notes("crash");

    @Test
    void a_replay_goes_on_from_where_it_was_when_a_service_or_the_database_is_killed() throws Exception {
        Instance instance = Running.instance();
        // Another replay of the sample may have been before it, and a number of the list stands once.
        SourceList list = SourceList.sample().after(5000);
        long cases = number("listing", "select count(*) from casefile");
        long proposals = number("listing", "select count(*) from proposal");
        long exhibits = number("evidence", "select count(*) from exhibit");
        FutureTask<ReplayResult> replay = new FutureTask<>(new Replay(list, Running.api(), notes, System.out)::run);
        Thread.ofPlatform().start(replay);

        await(replay, 60);
        killAndBringBack(instance, Part.LISTING);
        await(replay, 150);
        killAndBringBack(instance, Part.POSTGRES);

        ReplayResult result = replay.get();
        assertEquals(0, result.errors());
        assertEquals(0, result.mismatches());
        nothingIsLost();
        assertEquals(0, number("listing", TWICE), "acts done twice");
        assertEquals(cases + 25, number("listing", "select count(*) from casefile"));
        assertEquals(proposals + 25, number("listing", "select count(*) from proposal"));
        assertEquals(exhibits + 50, number("evidence", "select count(*) from exhibit"));
    }

    private static void killAndBringBack(Instance instance, Part part) {
        instance.kill(part);
        instance.restart(part);
    }

    /** Waits until so many steps are acknowledged. */
    private void await(FutureTask<?> replay, int steps) throws InterruptedException, ExecutionException {
        Instant giveUp = Instant.now().plus(Duration.ofMinutes(4));
        while (lines() < steps) {
            assertTrue(Instant.now().isBefore(giveUp), "the replay stands still");
            assertTrue(!replay.isDone(), "the replay ended before it could be disturbed");
            Thread.sleep(200);
        }
    }

    private int lines() {
        try {
            return Files.exists(notes) ? Files.readAllLines(notes).size() : 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Every id that a service has acknowledged is there. */
    private void nothingIsLost() {
        Ledger.in(notes).acknowledged().forEach((step, id) -> {
            if (step.endsWith("/case")) {
                Running.api().listing("eeas-analyst").get("/cases/" + id);
            } else if (step.endsWith("/proposal")) {
                assertEquals(
                        "PUBLISHED",
                        Running.api()
                                .listing("eeas-analyst")
                                .get("/proposals/" + id)
                                .path("status")
                                .asText());
            } else if (step.endsWith("/exhibit-source") || step.endsWith("/exhibit-register")) {
                Running.api().evidence("eeas-analyst").get("/exhibits/" + id);
            }
        });
    }

    private static long number(String database, String sql) throws SQLException {
        try (Connection connection = Running.instance().connect(database);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
