package lockstep.evidence;

import static lockstep.evidence.Exhibiting.TO_COUNCIL;
import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import lockstep.auth.Clearance;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.storage.StorageSettings;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** Content over HTTP: taken in whole or not at all, and given out only as what it was. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class ContentResourceTest {
    private static final String CONTENT = "/api/v1/exhibits/{id}/versions/{v}/content";

    @Inject
    StorageSettings storage;

    @TestHTTPResource("/")
    URI service;

    @Test
    void what_was_put_is_what_is_got_with_its_digest() throws Exception {
        byte[] content = content(3 * (1 << 20) + 17);
        UUID exhibit = registered();
        put(exhibit, content)
                .then()
                .statusCode(200)
                .body("state", equalTo("HELD"), "size", equalTo(content.length), "sha256", equalTo(sha256(content)));
        Response got = People.eeasAnalyst().get(CONTENT, exhibit, 1);
        assertArrayEquals(content, got.asByteArray());
        got.then()
                .statusCode(200)
                .header("Content-Type", "text/plain")
                .header("Content-Length", String.valueOf(content.length))
                .header(
                        "Content-Disposition",
                        matchesPattern("attachment; filename=\"Registry extract \\(v1\\).txt\".*"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Repr-Digest", matchesPattern("sha-256=:.{44}:"));
    }

    @Test
    void each_opening_is_journalled() throws Exception {
        UUID exhibit = registered();
        put(exhibit, content(10));
        People.eeasAnalyst().get(CONTENT, exhibit, 1).then().statusCode(200);
        People.eeasAnalyst().get(CONTENT + "?inline=true", exhibit, 1).then().statusCode(200);
        assertEquals(2, journalled("exhibit.opened", "READ", exhibit));
    }

    @Test
    void a_page_is_shown_a_harmless_type_and_saves_any_other() {
        UUID text = registered();
        put(text, content(10));
        People.eeasAnalyst()
                .get(CONTENT + "?inline=true", text, 1)
                .then()
                .header("Content-Disposition", matchesPattern("inline; .*"))
                .header("Content-Security-Policy", "default-src 'none'");
        UUID html = registered("mediaType", "text/html");
        put(html, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        People.eeasAnalyst()
                .get(CONTENT + "?inline=true", html, 1)
                .then()
                .header("Content-Disposition", matchesPattern("attachment; .*"));
    }

    @Test
    void the_same_bytes_put_again_get_the_same_answer_and_others_are_refused() throws Exception {
        UUID exhibit = registered();
        byte[] content = content(2000);
        String first = put(exhibit, content).then().statusCode(200).extract().path("heldAt");
        put(exhibit, content).then().statusCode(200).body("heldAt", equalTo(first));
        problem(put(exhibit, content(2001)), 409, "content-sealed");
        assertEquals(1, journalled("exhibit.held", "DONE", exhibit));
        assertEquals(1, journalled("exhibit.held", "REFUSED", exhibit));
        assertArrayEquals(content, People.eeasAnalyst().get(CONTENT, exhibit, 1).asByteArray());
    }

    @Test
    void content_without_the_declared_digest_is_not_kept() throws Exception {
        byte[] content = content(5000);
        UUID exhibit = registered("declaredSha256", sha256(content).toUpperCase());
        List<Path> before = files();
        problem(put(exhibit, content(4999)), 422, "digest-mismatch");
        assertEquals(before, files());
        People.eeasAnalyst().get(CONTENT, exhibit, 1).then().statusCode(409);
        put(exhibit, content).then().statusCode(200);
    }

    @Test
    void empty_content_is_not_kept() throws Exception {
        UUID exhibit = registered();
        List<Path> before = files();
        problem(put(exhibit, new byte[0]), 422, "empty-content");
        assertEquals(before, files());
    }

    @Test
    void content_cut_off_half_way_leaves_nothing_and_can_be_sent_again() throws Exception {
        UUID exhibit = registered();
        List<Path> before = files();
        byte[] content = content(3 << 20);
        sendAndBreakOff(exhibit, "Content-Length: " + content.length + "\r\n\r\n", Arrays.copyOf(content, 2 << 20));
        sendAndBreakOff(exhibit, "Transfer-Encoding: chunked\r\n\r\n200000\r\n", Arrays.copyOf(content, 1 << 20));
        awaitFiles(before);
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}", exhibit)
                .then()
                .body("versions[0].state", equalTo("AWAITING_CONTENT"));
        assertEquals(0, journalled("exhibit.held", "DONE", exhibit));
        put(exhibit, content).then().statusCode(200).body("sha256", equalTo(sha256(content)));
    }

    @Test
    void content_of_undeclared_length_is_taken_in() throws Exception {
        UUID exhibit = registered();
        sendOfUndeclaredLength(exhibit, "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n", "HTTP/1.1 200");
        assertEquals(
                "hello world", People.eeasAnalyst().get(CONTENT, exhibit, 1).asString());
    }

    @Test
    void content_over_the_limit_is_refused_before_it_is_sent() throws Exception {
        UUID exhibit = registered();
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream().write(head(exhibit, "Content-Length: 536870913\r\n\r\n"));
            socket.getOutputStream().flush();
            byte[] answer = new byte[12];
            assertEquals(12, socket.getInputStream().readNBytes(answer, 0, 12));
            assertEquals("HTTP/1.1 413", new String(answer, StandardCharsets.US_ASCII));
        }
    }

    @Test
    void content_sent_in_one_go_counts_with_what_comes_by_uploads() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS");
        Uploading uploads = Uploading.eeasAnalyst();
        UUID batch = uploads.batch(caseId);
        List<UUID> large = new ArrayList<>();
        for (int n = 0; n < 19; n++) {
            large.add(uploads.created(batch, 50_000_000_000L, "large " + n));
        }
        UUID last = uploads.created(batch, 49_999_999_990L, "almost all that is left");
        UUID exhibit = Exhibiting.registered(People.eeasAnalyst(), caseId);
        List<Path> before = files();
        problem(put(exhibit, content(11)), 413, "case-full");
        sendOfUndeclaredLength(exhibit, "b\r\nhello world\r\n0\r\n\r\n", "HTTP/1.1 413");
        assertEquals(before, files());
        put(exhibit, content(10)).then().statusCode(200);
        put(exhibit, content(10)).then().statusCode(200);
        UUID another = Exhibiting.registered(People.eeasAnalyst(), caseId);
        problem(put(another, content(1)), 413, "case-full");
        assertEquals(204, uploads.delete(last).statusCode());
        put(another, content(1)).then().statusCode(200);
        // A person has so many under way at most, and others of these tests send as the same one.
        large.forEach(id -> assertEquals(204, uploads.delete(id).statusCode()));
    }

    @Test
    void the_same_bytes_lie_there_once_per_owner_and_nobody_else_learns_of_it() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        byte[] content = content(7777);
        UUID first = Exhibiting.registered(People.eeasAnalyst(), caseId);
        UUID second = Exhibiting.registered(People.eeasAnalyst(), caseId);
        UUID others = Exhibiting.registered(People.comAnalyst(), caseId);
        int before = files().size();
        put(first, content).then().statusCode(200);
        put(second, content).then().statusCode(200);
        People.comAnalyst().body(content).put(CONTENT, others, 1).then().statusCode(200);
        assertEquals(before + 2, files().size());
        assertEquals(blobOf(first), blobOf(second));
        assertNotEquals(blobOf(first), blobOf(others));
        assertArrayEquals(content, People.eeasAnalyst().get(CONTENT, second, 1).asByteArray());
        assertArrayEquals(content, People.comAnalyst().get(CONTENT, others, 1).asByteArray());
    }

    @Test
    void the_same_bytes_sent_at_the_same_moment_lie_there_once() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS");
        byte[] content = content(300_001);
        List<UUID> exhibits = Stream.generate(() -> Exhibiting.registered(People.eeasAnalyst(), caseId))
                .limit(8)
                .toList();
        int before = files().size();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> puts = exhibits.stream()
                    .map(exhibit ->
                            (Callable<Integer>) () -> put(exhibit, content).statusCode())
                    .toList();
            for (Future<Integer> status : threads.invokeAll(puts)) {
                assertEquals(200, status.get());
            }
        }
        assertEquals(before + 1, files().size());
    }

    @Test
    void nobody_else_puts_content_and_the_invisible_is_not_there() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        UUID open = Exhibiting.registered(People.eeasAnalyst(), caseId, "marking", TO_COUNCIL);
        UUID own = Exhibiting.registered(People.eeasAnalyst(), caseId);
        byte[] content = content(5);
        problem(People.comAnalyst().body(content).put(CONTENT, open, 1), 403, "not-permitted");
        problem(People.comAnalyst().body(content).put(CONTENT, own, 1), 404, "not-found");
        problem(People.comAnalyst().get(CONTENT, own, 1), 404, "not-found");
        problem(People.bisAnalyst().get(CONTENT, open, 1), 404, "not-found");
        problem(People.frenchVoter().body(content).put(CONTENT, open, 1), 403, "not-permitted");
        problem(People.administrator().get(CONTENT, open, 1), 403, "not-permitted");
        problem(People.comAnalyst().get(CONTENT, open, 1), 409, "awaiting-content");
        problem(People.comAnalyst().get(CONTENT, open, 2), 404, "not-found");
        problem(People.comAnalyst().get(CONTENT, open, 0), 404, "not-found");
        problem(People.comAnalyst().get(CONTENT, open, "one"), 404, "not-found");
    }

    @Test
    void a_version_of_another_exhibit_is_not_reached_through_ones_own() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        VersionRef mine = Exhibiting.held(caseId, "version one of mine");
        UUID corrected = Exhibiting.held(caseId, "version one of the other").exhibitId();
        People.eeasAnalyst()
                .contentType("application/json")
                .body(Exhibiting.description("reason", "second"))
                .post("/api/v1/exhibits/{id}/versions", corrected)
                .then()
                .statusCode(201);
        problem(People.eeasAnalyst().get(CONTENT, mine.exhibitId(), 2), 404, "not-found");
        problem(People.eeasAnalyst().body(content(3)).put(CONTENT, mine.exhibitId(), 2), 404, "not-found");
    }

    @Test
    void red_is_for_the_named_alone() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        VersionRef red = Exhibiting.held(
                caseId,
                "for two persons",
                "marking",
                Map.of(
                        "level",
                        "EU:RESTREINT_UE",
                        "tlp",
                        "RED",
                        "relTo",
                        List.of("EU-COUNCIL"),
                        "named",
                        List.of(TestTokens.sub("eeas-analyst"), TestTokens.sub("com-analyst"))));
        problem(People.comAnalyst().get(CONTENT, red.exhibitId(), 1), 404, "not-found");
        TestTokens cleared =
                TestTokens.person("com-analyst", "EU-COM", Role.ANALYST).clearance(Clearance.RESTRICTED);
        People.as(cleared)
                .get(CONTENT + "?purpose=The+vote", red.exhibitId(), 1)
                .then()
                .statusCode(200);
        TestTokens colleague =
                TestTokens.person("eeas-colleague", "EU-EEAS", Role.ANALYST).clearance(Clearance.RESTRICTED);
        problem(People.as(colleague).get(CONTENT, red.exhibitId(), 1), 404, "not-found");
    }

    @Test
    void a_file_that_is_not_what_it_says_is_kept_with_a_warning_and_never_shown() {
        UUID exhibit = registered("mediaType", "application/pdf");
        put(exhibit, "MZ\u0090 not a document".getBytes(StandardCharsets.ISO_8859_1))
                .then()
                .statusCode(200)
                .body("warnings", hasSize(1), "warnings[0].reason", equalTo("media-type-mismatch"));
        People.eeasAnalyst()
                .get(CONTENT + "?inline=true", exhibit, 1)
                .then()
                .header("Content-Disposition", matchesPattern("attachment; .*"));
    }

    @Test
    void damaged_bytes_are_refused_whole_and_the_refusal_is_journalled() throws Exception {
        UUID exhibit = registered();
        put(exhibit, content((2 << 20) + 9)).then().statusCode(200);
        Path file = fileOf(blobOf(exhibit));
        byte[] sealed = Files.readAllBytes(file);
        sealed[sealed.length - 3] ^= 1;
        Files.write(file, sealed);
        problem(People.eeasAnalyst().get(CONTENT, exhibit, 1), 500, "content-damaged");
        assertEquals(0, journalled("exhibit.opened", "READ", exhibit));
        assertEquals(1, journalled("exhibit.opened", "REFUSED", exhibit));
    }

    @Test
    void no_plain_byte_lies_on_disk() throws Exception {
        UUID exhibit = registered();
        put(exhibit, "the consignee is known to us ".repeat(5000).getBytes(StandardCharsets.UTF_8));
        for (Path file : files()) {
            assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("consignee"));
        }
    }

    private void sendOfUndeclaredLength(UUID exhibit, String chunks, String status) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head(exhibit, "Transfer-Encoding: chunked\r\n\r\n"));
            out.write(chunks.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            byte[] answer = new byte[12];
            assertEquals(12, socket.getInputStream().readNBytes(answer, 0, 12));
            assertEquals(status, new String(answer, StandardCharsets.US_ASCII));
        }
    }

    private UUID registered(Object... changes) {
        return Exhibiting.registered(People.eeasAnalyst(), Listing.caseOf("EU-EEAS"), changes);
    }

    private static Response put(UUID exhibit, byte[] content) {
        return People.eeasAnalyst()
                .contentType("application/octet-stream")
                .body(content)
                .put(CONTENT, exhibit, 1);
    }

    private void sendAndBreakOff(UUID exhibit, String rest, byte[] part) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream().write(head(exhibit, rest));
            socket.getOutputStream().write(part);
            socket.getOutputStream().flush();
        }
    }

    private byte[] head(UUID exhibit, String rest) {
        String token =
                TestTokens.person("eeas-analyst", "EU-EEAS", Role.ANALYST).token();
        return ("PUT /api/v1/exhibits/" + exhibit + "/versions/1/content HTTP/1.1\r\nHost: x\r\n"
                        + "Content-Type: application/octet-stream\r\nAuthorization: Bearer " + token + "\r\n" + rest)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void awaitFiles(List<Path> expected) throws Exception {
        for (int n = 0; n < 100 && !files().equals(expected); n++) {
            Thread.sleep(50);
        }
        assertEquals(expected, files());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(storage.blobsDir())) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private Path fileOf(UUID blob) throws IOException {
        return files().stream()
                .filter(file -> file.getFileName().toString().equals(blob.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static UUID blobOf(UUID exhibit) throws Exception {
        try (Connection connection = Databases.asSuperuser();
                PreparedStatement query =
                        connection.prepareStatement("select blob_id from exhibit_version where exhibit_id = ?")) {
            query.setObject(1, exhibit);
            try (ResultSet row = query.executeQuery()) {
                assertTrue(row.next());
                return row.getObject(1, UUID.class);
            }
        }
    }

    private static long journalled(String type, String outcome, UUID exhibit) throws Exception {
        return Databases.number(
                "select count(*) from journal where type = ? and outcome = ? and aggregate_id = ?",
                type,
                outcome,
                exhibit);
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
