package lockstep.listing.change;

import static lockstep.listing.testing.Story.hash;
import static lockstep.listing.testing.Story.id;
import static lockstep.listing.testing.Story.must;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import lockstep.auth.Role;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import lockstep.kit.journal.Sequencer;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stream says that something changed to those who may see it, and to nobody else that there was anything. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class ChangeResourceTest {
    /** Each of the 27 may have eight at once. */
    private static final int GONE = 27 * 7;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Stream> open = new ArrayList<>();

    @TestHTTPResource("/api/v1/changes")
    URI address;

    @Inject
    Sequencer sequencer;

    @Inject
    Arrivals arrivals;

    private UUID pack;
    private UUID round;

    @BeforeEach
    void aRound() throws Exception {
        People.appoint();
        EvidenceStandIn.refuseNothing();
        pack = Story.packageOf(Story.ready());
        round = id(Story.openRound(pack));
        look();
    }

    @AfterEach
    void close() throws IOException {
        for (Stream stream : open) {
            stream.body.close();
        }
    }

    /** What the jobs do each second. */
    private void look() {
        Acting.as(new SystemActor("sequencer", Set.of()), sequencer::run);
        arrivals.look();
    }

    private final class Stream {
        final int status;
        final List<String> types;
        final InputStream body;
        final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        Stream(TestTokens who, String query, String last) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + query))
                    .header("Accept", "text/event-stream")
                    .header("Authorization", "Bearer " + who.token());
            if (last != null) {
                request.header("Last-Event-ID", last);
            }
            HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            status = answer.statusCode();
            types = answer.headers().allValues("Content-Type");
            body = answer.body();
            open.add(this);
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
            } catch (IOException | java.io.UncheckedIOException closed) {
                lines.add("closed");
            }
            lines.add("end");
        }

        /** The lines up to one that begins so. */
        List<String> until(String beginning) throws InterruptedException {
            List<String> seen = new ArrayList<>();
            for (String line = next(); line != null; line = next()) {
                seen.add(line);
                if (line.startsWith(beginning)) {
                    return seen;
                }
            }
            throw new AssertionError("no " + beginning + " in " + seen);
        }

        private String next() throws InterruptedException {
            return lines.poll(10, TimeUnit.SECONDS);
        }

        boolean quiet() throws InterruptedException {
            for (String line = lines.poll(1, TimeUnit.SECONDS); line != null; line = lines.poll(1, TimeUnit.SECONDS)) {
                if (line.contains("changed")) {
                    return false;
                }
            }
            return true;
        }
    }

    @Test
    void who_sees_the_round_hears_of_a_vote_with_ids_alone_and_others_hear_nothing() throws Exception {
        Stream french = new Stream(People.voter("FR"), "", null);
        Stream voter = new Stream(People.voter("AT"), "", null);
        Stream outsider = new Stream(People.us("ofac-analyst", Role.ANALYST), "", null);
        for (Stream stream : List.of(french, voter, outsider)) {
            stream.until("data:");
        }
        must(Story.vote(People.voter("AT"), round, hash(pack), "APPROVE"));
        look();
        String told = String.join("\n", french.until("data:"));
        assertTrue(told.contains("changed") && told.contains(round.toString()) && told.contains(pack.toString()), told);
        assertFalse(told.contains("APPROVE") || told.contains("at-voter") || told.contains("AT"), told);
        assertTrue(outsider.quiet());
        assertTrue(voter.quiet(), "one's own act is no news");
    }

    @Test
    void a_stream_is_resumed_after_its_last_event_and_from_a_time() throws Exception {
        Stream first = new Stream(People.voter("FR"), "", null);
        assertEquals(List.of("text/event-stream"), first.types);
        first.until("data:");
        Instant before = Instant.now();
        must(Story.vote(People.voter("BE"), round, hash(pack), "APPROVE"));
        look();
        String event = String.join("\n", first.until("data:"));
        String last = event.lines()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring(3).strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError(event));
        first.body.close();
        must(Story.vote(People.voter("BG"), round, hash(pack), "APPROVE"));
        look();
        Stream resumed = new Stream(People.voter("FR"), "", last);
        resumed.until("data:");
        assertTrue(String.join("", resumed.until("data:")).contains(round.toString()));
        assertTrue(resumed.quiet(), "each change once");
        Stream since = new Stream(People.voter("FR"), "?since=" + before, null);
        since.until("data:");
        assertTrue(String.join("", since.until("data:")).contains(round.toString()));
        assertEquals(400, new Stream(People.voter("FR"), "?since=yesterday", null).status);
    }

    @Test
    void a_stream_ends_with_its_token_and_one_person_has_so_many() throws Exception {
        Stream brief = new Stream(People.voter("CY").expiring(Instant.now().plusSeconds(3)), "", null);
        assertEquals(200, brief.status);
        brief.until("end");
        for (int one = 0; one < 8; one++) {
            assertEquals(200, new Stream(People.voter("CY"), "", null).status);
        }
        Stream ninth = new Stream(People.voter("CY"), "", null);
        assertEquals(429, ninth.status);
        assertTrue(String.join("", ninth.until("end")).contains("too-many-streams"));
        assertEquals(200, new Stream(People.voter("CZ"), "", null).status);
    }

    @Test
    void who_turns_pages_quickly_leaves_no_stream_open_behind() throws Exception {
        for (int page = 0; page < 24; page++) {
            Stream one = new Stream(People.voter("EE"), "", null);
            assertEquals(200, one.status, "page " + page);
            one.until("data:");
            one.body.close();
            one.until("closed");
        }
    }

    @Test
    void a_reader_who_goes_at_any_moment_is_no_failure() throws Exception {
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        Handler heard = new Handler() {
            @Override
            public void publish(LogRecord row) {
                if (row.getLevel().intValue() >= Level.WARNING.intValue()) {
                    StringWriter trace = new StringWriter();
                    if (row.getThrown() != null) {
                        row.getThrown().printStackTrace(new PrintWriter(trace));
                    }
                    failures.add(row.getLoggerName() + " " + row.getMessage() + " " + trace);
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Instant since = Instant.now();
        Logger root = Logger.getLogger("");
        root.addHandler(heard);
        try {
            for (int one = 0; one < GONE; one++) {
                String request = "GET " + address.getPath() + "?since=" + since + " HTTP/1.1\r\nHost: "
                        + address.getHost() + "\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                        + People.voter(People.COUNCIL.get(one % People.COUNCIL.size()))
                                .token() + "\r\n\r\n";
                try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                    socket.setSoLinger(true, 0);
                    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                    Thread.sleep(one % 40);
                }
            }
            must(Story.vote(People.voter("HR"), round, hash(pack), "APPROVE"));
            look();
            Thread.sleep(Duration.ofSeconds(2));
        } finally {
            root.removeHandler(heard);
        }
        assertEquals(List.of(), failures.stream().distinct().limit(3).toList());
    }
}
