package lockstep.kit.sample;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import lockstep.kit.feed.Feed;
import lockstep.kit.feed.FeedReader;
import lockstep.kit.feed.PeerCatchUp;
import lockstep.kit.journal.Journal;
import lockstep.kit.journal.Sequencer;
import lockstep.kit.problem.ProblemException;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(OwnPort.class)
class FeedTest {
    private static final Actor ANALYST =
            TestTokens.person("eeas-analyst", "EU-EEAS", Role.ANALYST).actor();

    @Inject
    Journal journal;

    @Inject
    Sequencer sequencer;

    @Inject
    Feed feed;

    @Inject
    FeedReader reader;

    @Inject
    PeerCatchUp catchUp;

    @Inject
    AppliedEvents applied;

    private UUID append(String type) {
        return Acting.asActor(ANALYST, () -> QuarkusTransaction.requiringNew()
                .call(() -> journal.append(Notes.entry(type, UUID.randomUUID(), "EU-EEAS", new Notes.Written("x")))));
    }

    private long sequence() {
        return Acting.as(new SystemActor("sequencer", Set.of()), sequencer::run);
    }

    private static JsonPath events(long after, String types, int limit) {
        return given().auth()
                .oauth2(TestTokens.service("evidence-service"))
                .get("/internal/events?after=" + after + "&types=" + types + "&limit=" + limit)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void an_event_that_commits_late_is_not_lost_though_its_id_is_older() throws Exception {
        long before = sequence();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<UUID> late = threads.submit(() -> Acting.asActor(
                    ANALYST, () -> QuarkusTransaction.requiringNew().call(() -> {
                        UUID id = journal.append(Notes.entry("note.written", UUID.randomUUID(), "EU-EEAS", null));
                        written.countDown();
                        mayCommit.await();
                        return id;
                    })));
            written.await();
            UUID younger = append("note.written");
            JsonPath first = events(before, "note.written", 50);
            assertEquals(List.of(younger.toString()), first.getList("events.eventId"));
            mayCommit.countDown();
            UUID older = late.get();
            assertTrue(older.toString().compareTo(younger.toString()) < 0);
            JsonPath second = events(first.getLong("last"), "note.written", 50);
            assertEquals(List.of(older.toString()), second.getList("events.eventId"));
            assertEquals(before + 2, second.getLong("last"));
        }
    }

    @Test
    void positions_have_no_gaps_however_many_number_at_once() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int at = 0; at < 60; at++) {
                threads.submit(() -> append("note.listed"));
                threads.submit(this::sequence);
            }
        }
        long last = sequence();
        assertEquals(last, Databases.number("select count(*) from journal_position"));
        assertEquals(last, Databases.number("select max(position) from journal_position"));
        assertEquals(last, Databases.number("select count(*) from journal"));
    }

    @Test
    void types_not_asked_for_are_passed_over() {
        long before = sequence();
        append("note.listed");
        UUID wanted = append("note.moved");
        append("note.listed");
        JsonPath page = events(before, "note.moved,note.unknown", 50);
        assertEquals(List.of(wanted.toString()), page.getList("events.eventId"));
        assertEquals(before + 3, page.getLong("last"));
        assertEquals("x", page.getString("events[0].payload.text"));
        assertEquals(before + 2, events(before, "note.moved", 1).getLong("last"));
    }

    @Test
    void the_peer_need_not_read_what_it_does_not_want() {
        long before = sequence();
        events(before, "note.moved", 50);
        assertEquals(before, needed(), "as long as nothing is known, everything is needed");
        append("note.listed");
        assertEquals(before, needed(), "an event of another type");
        append("note.moved");
        append("note.listed");
        assertEquals(before + 2, needed());
        append("note.listed");
        assertEquals(before + 2, needed());
        events(before, "note.listed,note.moved", 50);
        assertEquals(before + 4, needed(), "what the peer wants has changed");
    }

    @Test
    void what_the_peer_needs_is_asked_while_another_numbers() throws Exception {
        long before = sequence();
        events(before, "note.written", 50);
        assertEquals(before, needed());
        try (Connection connection = Databases.asApp();
                Statement other = connection.createStatement()) {
            connection.setAutoCommit(false);
            other.execute("select journal_sequence()");
            append("note.listed");
            assertEquals(before, assertTimeoutPreemptively(Duration.ofSeconds(5), this::needed));
            connection.rollback();
        }
    }

    private long needed() {
        return Acting.as(new SystemActor("feed", Set.of()), feed::needed);
    }

    @Test
    void a_person_cannot_read_the_feed_even_by_the_services_own_connection() throws SQLException {
        try (Connection connection = Databases.asApp();
                Statement statement = connection.createStatement()) {
            SQLException refused = assertThrows(
                    SQLException.class, () -> statement.executeQuery("select * from journal_feed(0, '{a}', 10)"));
            assertEquals("42501", refused.getSQLState());
        }
    }

    @Test
    void each_event_is_applied_once_and_in_order_also_by_two_readers_at_once() throws Exception {
        reader.pullNow();
        long before = Databases.number("select coalesce(max(position), 0) from applied");
        for (int at = 0; at < 20; at++) {
            append(at % 2 == 0 ? "note.written" : "note.listed");
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(reader::pullNow);
            threads.submit(reader::pullNow);
        }
        assertEquals(10, Databases.number("select count(*) from applied where position > ?", before));
        assertEquals(
                10,
                Databases.number(
                        "select count(*) from applied a join journal j using (event_id)"
                                + " where a.position > ? and a.claims = '{\"' || j.case_id || '\"}' and a.sub = ''",
                        before));
        assertEquals(sequence(), reader.pullNow());
    }

    @Test
    void a_failing_event_leaves_no_trace_and_stops_those_after_it_until_it_succeeds() throws SQLException {
        long before = reader.pullNow();
        append("note.moved");
        append("note.written");
        applied.failOn("note.moved");
        assertThrows(IllegalStateException.class, reader::pullNow);
        assertEquals(0, Databases.number("select count(*) from applied where position > ?", before));
        applied.failOn(null);
        assertEquals(before + 2, reader.pullNow());
        assertEquals(2, Databases.number("select count(*) from applied where position > ?", before));
    }

    @Test
    void pulling_through_a_position_already_reached_asks_nobody() {
        long reached = reader.pullNow();
        assertEquals(reached, reader.pullThrough(reached));
        append("note.written");
        assertEquals(reached, reader.pullThrough(reached));
        assertEquals(reached + 1, reader.pullThrough(reached + 1));
    }

    @Test
    void a_command_that_narrows_rights_waits_until_the_peer_has_it() throws SQLException {
        UUID event = append("note.moved");
        catchUp.require();
        assertEquals(1, Databases.number("select count(*) from applied where event_id = ?", event));
        append("note.moved");
        applied.failOn("note.moved");
        try {
            assertEquals(
                    "peer-behind",
                    assertThrows(ProblemException.class, catchUp::require).reason());
        } finally {
            applied.failOn(null);
            reader.pullNow();
        }
    }
}
