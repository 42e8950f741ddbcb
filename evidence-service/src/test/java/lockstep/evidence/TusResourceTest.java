package lockstep.evidence;

import static lockstep.evidence.Problems.problem;
import static lockstep.evidence.Uploading.content;
import static lockstep.evidence.Uploading.metadata;
import static lockstep.evidence.Uploading.refused;
import static lockstep.evidence.Uploading.sha256;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import lockstep.auth.Clearance;
import lockstep.auth.Role;
import lockstep.evidence.storage.StorageSettings;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Resumable uploads by tus 1.0.0, as clients see them. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class TusResourceTest {
    private static final int PIECE = 1 << 20;
    /** As configured for tests. */
    private static final int PLACES = 8;

    private static final Uploading EEAS = Uploading.eeasAnalyst();

    @Inject
    StorageSettings storage;

    @Test
    void what_is_spoken_here_is_told() {
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        HttpResponse<String> told = EEAS.send("OPTIONS", "/api/v1/batches/" + batch + "/uploads", new byte[0]);
        assertEquals(204, told.statusCode());
        Map.of(
                        "Tus-Resumable", "1.0.0",
                        "Tus-Version", "1.0.0",
                        "Tus-Extension", "creation,creation-with-upload,checksum,termination,expiration",
                        "Tus-Max-Size", "50000000000",
                        "Tus-Checksum-Algorithm", "sha1,sha256")
                .forEach((name, value) ->
                        assertEquals(value, told.headers().firstValue(name).orElse(null), name));
    }

    @Test
    void a_file_sent_in_parts_becomes_an_exhibit_restricted_at_birth() throws Exception {
        byte[] content = content(5 * PIECE + 321);
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        UUID batch = EEAS.batch(caseId);
        HttpResponse<String> made = EEAS.creating(
                batch,
                content.length,
                metadata(
                        "filename",
                        "ledger.csv",
                        "filetype",
                        "text/csv;charset=utf-8",
                        "relativePath",
                        "2025/ledger.csv"));
        assertEquals(201, made.statusCode());
        assertTrue(made.headers().firstValue("Upload-Expires").orElseThrow().endsWith(" GMT"));
        UUID upload = Uploading.id(made);
        int at = 0;
        for (int end : List.of(1, PIECE, 3 * PIECE + 17, content.length)) {
            assertEquals(at, EEAS.offset(upload));
            HttpResponse<String> sent = EEAS.patch(upload, at, Arrays.copyOfRange(content, at, end));
            assertEquals(204, sent.statusCode(), sent.body());
            assertEquals("" + end, sent.headers().firstValue("Upload-Offset").orElseThrow());
            at = end;
        }
        UUID exhibit = EEAS.exhibit(batch, upload);
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}", exhibit)
                .then()
                .statusCode(200)
                .body(
                        "title", equalTo("ledger.csv"),
                        "caseId", equalTo(caseId.toString()),
                        "versions[0].state", equalTo("HELD"),
                        "versions[0].mediaType", equalTo("text/csv"),
                        "versions[0].sha256", equalTo(sha256(content)),
                        "versions[0].marking.relTo", hasSize(0));
        assertArrayEquals(content, opened(exhibit));
        problem(People.comAnalyst().get("/api/v1/exhibits/{id}", exhibit), 404, "not-found");
        assertEquals(1, journalled("exhibit.registered", exhibit));
        assertEquals(1, journalled("exhibit.held", exhibit));
        assertEquals(
                "" + content.length,
                EEAS.head(upload).headers().firstValue("Upload-Offset").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, PIECE - 1, PIECE, PIECE + 1, 4 * PIECE})
    void any_length_comes_in(int length) {
        byte[] content = content(length);
        UUID exhibit = EEAS.brought(EEAS.batch(Listing.caseOf("EU-EEAS")), "any", content);
        assertArrayEquals(content, opened(exhibit));
    }

    @Test
    void bytes_can_come_with_the_announcement() {
        byte[] content = content(PIECE + 5);
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        HttpResponse<String> begun = EEAS.send(
                "POST",
                "/api/v1/batches/" + batch + "/uploads",
                Arrays.copyOf(content, PIECE),
                "Upload-Length",
                "" + content.length,
                "Content-Type",
                "application/offset+octet-stream");
        assertEquals(201, begun.statusCode(), begun.body());
        assertEquals("" + PIECE, begun.headers().firstValue("Upload-Offset").orElseThrow());
        UUID upload = Uploading.id(begun);
        EEAS.patch(upload, PIECE, Arrays.copyOfRange(content, PIECE, content.length));
        UUID exhibit = EEAS.exhibit(batch, upload);
        assertArrayEquals(content, opened(exhibit));
        People.eeasAnalyst().get("/api/v1/exhibits/{id}", exhibit).then().body("title", equalTo("A seized drive"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4_097, PIECE})
    void a_small_file_that_comes_whole_is_an_exhibit_at_once(int length) throws Exception {
        byte[] content = content(length);
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        HttpResponse<String> sent = EEAS.whole(batch, "letter.txt", content, "Upload-Checksum", checksum(content));
        assertEquals(201, sent.statusCode(), sent.body());
        assertEquals("" + length, sent.headers().firstValue("Upload-Offset").orElseThrow());
        UUID upload = Uploading.id(sent);
        assertEquals(length, EEAS.offset(upload));
        UUID exhibit = EEAS.exhibit(batch, upload);
        assertArrayEquals(content, opened(exhibit));
        assertEquals(1, journalled("exhibit.registered", exhibit));
        assertEquals(1, journalled("exhibit.held", exhibit));
        int before = files().size();
        assertEquals(201, EEAS.whole(batch, "the same.txt", content).statusCode());
        assertEquals(before, files().size(), "the same bytes lie there once");
        People.eeasAnalyst()
                .get("/api/v1/batches/{id}", batch)
                .then()
                .body(
                        "counts.accepted", equalTo(2),
                        "counts.receiving", equalTo(0),
                        "bytes.announced", equalTo(2 * length),
                        "bytes.received", equalTo(2 * length));
    }

    @Test
    void a_small_file_whose_sender_got_no_answer_comes_once() throws Exception {
        byte[] content = content(900);
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        int before = files().size();
        List<UUID> told = Stream.generate(() -> content)
                .limit(6)
                .parallel()
                .map(same -> Uploading.id(EEAS.whole(batch, "letter.txt", same)))
                .distinct()
                .toList();
        assertEquals(1, told.size(), told.toString());
        assertEquals(before + 1, files().size());
        assertEquals(201, EEAS.whole(batch, "another.txt", content).statusCode());
        assertEquals(201, EEAS.whole(batch, "letter.txt", content(900)).statusCode());
        People.eeasAnalyst().get("/api/v1/batches/{id}", batch).then().body("counts.accepted", equalTo(3));
    }

    @Test
    void a_small_file_sent_again_while_it_is_still_written_waits_and_comes_once() throws Exception {
        byte[] content = content(900);
        UUID caseId = Listing.caseOf("EU-EEAS");
        UUID batch = EEAS.batch(caseId);
        assertEquals(201, EEAS.whole(batch, "another.txt", content(10)).statusCode());
        List<Future<HttpResponse<String>>> both;
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            // What is written last waits here, so that neither can be done before the other one has come.
            try (Connection holding = Databases.asSuperuser();
                    Statement room = holding.createStatement()) {
                holding.setAutoCommit(false);
                room.executeQuery("select from intake where case_id = '" + caseId + "' for update");
                both = Stream.generate(() -> senders.submit(() -> EEAS.whole(batch, "letter.txt", content)))
                        .limit(2)
                        .toList();
                await("select count(*) from pg_locks where not granted", 2);
            }
        }
        assertEquals(
                Uploading.id(both.getFirst().get()), Uploading.id(both.getLast().get()));
        People.eeasAnalyst().get("/api/v1/batches/{id}", batch).then().body("counts.accepted", equalTo(2));
    }

    @Test
    void of_a_small_file_that_does_not_come_in_nothing_is_left() throws Exception {
        byte[] content = content(1_000);
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        int before = files().size();
        String another = checksum(content(1_000));
        refused(460, "checksum-mismatch", EEAS.whole(batch, "changed.txt", content, "Upload-Checksum", another));
        Uploading stranger = Uploading.as(TestTokens.person("com-analyst", "EU-COM", Role.ANALYST));
        refused(404, "not-found", stranger.whole(batch, "theirs.txt", content));
        List<UUID> full = Stream.iterate(0, n -> n + 1)
                .limit(20)
                .map(n -> fullSize(batch, n))
                .toList();
        refused(413, "case-full", EEAS.whole(batch, "one too many.txt", content));
        assertEquals(before, files().size());
        String failed = "/api/v1/batches/{id}/uploads?state=FAILED";
        People.eeasAnalyst().get(failed, batch).then().body("items.name", equalTo(List.of("one too many.txt")));
        full.forEach(EEAS::delete);
        assertEquals(201, EEAS.whole(batch, "one too many.txt", content).statusCode());
        People.eeasAnalyst().get(failed, batch).then().body("items", hasSize(0));
        assertEquals(before + 1, files().size());
    }

    @Test
    void cut_twenty_times_at_random_and_gone_on_with_it_is_the_same() throws Exception {
        byte[] content = content(9 * PIECE + 4321);
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        UUID upload = EEAS.created(batch, content.length, "cut.bin");
        Random random = new Random(5);
        int at = 0;
        for (int cut = 0; cut < 20; cut++) {
            breakOff(upload, at, content, 1 + random.nextInt(content.length / 21));
            at = (int) EEAS.offset(upload);
        }
        assertTrue(at > 0 && at < content.length, "at " + at);
        assertEquals(
                204,
                EEAS.patch(upload, at, Arrays.copyOfRange(content, at, content.length))
                        .statusCode());
        UUID exhibit = EEAS.exhibit(batch, upload);
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}", exhibit)
                .then()
                .body("versions[0].sha256", equalTo(sha256(content)));
        assertArrayEquals(content, opened(exhibit));
    }

    @Test
    void bytes_without_their_checksum_are_not_kept() throws Exception {
        byte[] content = content(3 * PIECE);
        byte[] first = Arrays.copyOf(content, 2 * PIECE + 100);
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        UUID upload = EEAS.created(batch, content.length, "checked.bin");
        refused(460, "checksum-mismatch", EEAS.patch(upload, 0, first, "Upload-Checksum", checksum(content)));
        assertEquals(0, EEAS.offset(upload));
        assertEquals(
                204,
                EEAS.patch(upload, 0, first, "Upload-Checksum", checksum(first)).statusCode());
        byte[] rest = Arrays.copyOfRange(content, first.length, content.length);
        refused(460, "checksum-mismatch", EEAS.patch(upload, first.length, rest, "Upload-Checksum", checksum(first)));
        assertEquals(first.length, EEAS.offset(upload));
        breakOff(upload, first.length, content, 1000, "Upload-Checksum: " + checksum(rest) + "\r\n");
        assertEquals(first.length, EEAS.offset(upload));
        EEAS.patch(upload, first.length, rest, "Upload-Checksum", checksum(rest));
        assertArrayEquals(content, opened(EEAS.exhibit(batch, upload)));
        refused(400, "malformed-checksum", EEAS.patch(upload, 0, rest, "Upload-Checksum", "sha1 AAAA"));
        refused(400, "checksum-algorithm", EEAS.patch(upload, 0, rest, "Upload-Checksum", "md5 AAAA"));
        refused(400, "malformed-checksum", EEAS.patch(upload, 0, rest, "Upload-Checksum", "sha256 AAAA"));
    }

    @Test
    void what_does_not_follow_the_protocol_is_told_what_is_wrong() {
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        UUID upload = EEAS.created(batch, 10, "ten");
        String address = "/api/v1/uploads/" + upload;
        refused(409, "wrong-offset", EEAS.patch(upload, 3, content(3)));
        refused(413, "beyond-length", EEAS.patch(upload, 0, content(11)));
        refused(400, "malformed-header", EEAS.patch(upload, 0, content(3), "Upload-Offset", "-1"));
        refused(412, "tus-version", EEAS.patch(upload, 0, content(3), "Tus-Resumable", "0.2.2"));
        refused(415, "unsupported-media-type", EEAS.patch(upload, 0, content(3), "Content-Type", "text/plain"));
        refused(400, "malformed-header", EEAS.send("POST", "/api/v1/batches/" + batch + "/uploads", new byte[0]));
        refused(400, "malformed-metadata", EEAS.creating(batch, 4, "filename !!!"));
        refused(400, "malformed-metadata", EEAS.creating(batch, 4, metadata("filename", "a", "filename", "b")));
        refused(
                400,
                "no-concatenation",
                EEAS.send("POST", "/api/v1/batches/" + batch + "/uploads", new byte[0], "Upload-Concat", "partial"));
        refused(
                405,
                "method-not-allowed",
                EEAS.send("POST", address, content(2), "Content-Type", "application/offset+octet-stream"));
        assertEquals(0, EEAS.offset(upload));
        HttpResponse<String> overridden = EEAS.send(
                "POST",
                address,
                content(4),
                "Content-Type",
                "application/offset+octet-stream",
                "Upload-Offset",
                "0",
                "X-HTTP-Method-Override",
                "PATCH");
        assertEquals(204, overridden.statusCode());
        assertEquals(4, EEAS.offset(upload));
    }

    @Test
    void of_two_at_once_one_is_told_to_wait() throws Exception {
        byte[] content = content(4 * PIECE);
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        UUID upload = EEAS.created(batch, content.length, "held.bin");
        try (Socket slow = sending(upload, 0, content.length, "")) {
            slow.getOutputStream().write(content, 0, PIECE + 9);
            slow.getOutputStream().flush();
            awaitLease(upload, 1);
            refused(423, "upload-held", EEAS.patch(upload, 0, content));
        }
        awaitLease(upload, 0);
        int at = (int) EEAS.offset(upload);
        EEAS.patch(upload, at, Arrays.copyOfRange(content, at, content.length));
        assertArrayEquals(content, opened(EEAS.exhibit(batch, upload)));
    }

    @Test
    void a_client_that_asks_whether_to_send_is_told_to() throws Exception {
        byte[] content = content(200_000);
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        UUID upload = EEAS.created(batch, content.length, "asked.bin");
        try (Socket socket = sending(upload, 0, content.length, "Expect: 100-continue\r\n")) {
            assertEquals("HTTP/1.1 100", firstWords(socket));
            // More slowly than it is taken, so that what has come is waited with.
            for (int at = 0; at < content.length; at += 50_000) {
                socket.getOutputStream().write(content, at, 50_000);
                Thread.sleep(60);
            }
            socket.getInputStream().skipNBytes(" Continue\r\n\r\n".length());
            assertEquals("HTTP/1.1 204", firstWords(socket));
        }
        assertEquals(content.length, EEAS.offset(upload));
    }

    /** Each body takes memory from its first byte on, however slowly it comes. */
    @Test
    void a_person_who_sends_at_many_places_is_asked_to_wait_and_keeps_nobody_else_from_sending() throws Exception {
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        List<UUID> slow = Stream.generate(() -> EEAS.created(batch, 2 * PIECE, "slow.bin"))
                .limit(PLACES / 2)
                .toList();
        List<Socket> sockets = new ArrayList<>();
        try {
            for (UUID one : slow) {
                sockets.add(sending(one, 0, 2 * PIECE, ""));
                awaitLease(one, 1);
            }
            byte[] content = content(900);
            refused(503, "intake-busy", EEAS.whole(batch, "letter.txt", content));
            UUID waiting = EEAS.created(batch, content.length, "letter.txt");
            refused(503, "intake-busy", EEAS.patch(waiting, 0, content));
            Uploading colleague = Uploading.as(
                    TestTokens.person("eeas-analyst-2", "EU-EEAS", Role.ANALYST).clearance(Clearance.RESTRICTED));
            assertEquals(201, colleague.whole(batch, "theirs.txt", content).statusCode());
            sockets.removeLast().close();
            awaitLease(slow.getLast(), 0);
            assertEquals(204, EEAS.patch(waiting, 0, content).statusCode());
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static String firstWords(Socket socket) throws IOException {
        byte[] words = socket.getInputStream().readNBytes("HTTP/1.1 204".length());
        return new String(words, StandardCharsets.US_ASCII);
    }

    @Test
    void what_its_sender_gives_up_is_gone() throws Exception {
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        UUID upload = EEAS.created(batch, 3 * PIECE, "given up");
        EEAS.patch(upload, 0, content(2 * PIECE));
        int files = files().size();
        assertEquals(204, EEAS.delete(upload).statusCode());
        assertEquals(files - 1, files().size());
        refused(410, "upload-over", EEAS.patch(upload, 2 * PIECE, content(PIECE)));
        assertEquals(410, EEAS.head(upload).statusCode());
        refused(410, "upload-over", EEAS.delete(upload));
        UUID exhibit = EEAS.brought(batch, "kept", content(10));
        UUID accepted = People.eeasAnalyst()
                .get("/api/v1/batches/{id}/uploads?state=ACCEPTED", batch)
                .then()
                .body("items", hasSize(1), "items[0].exhibitId", equalTo(exhibit.toString()))
                .extract()
                .jsonPath()
                .getUUID("items[0].id");
        refused(409, "already-an-exhibit", EEAS.delete(accepted));
    }

    @Test
    void an_upload_is_its_senders_alone_and_a_batch_its_agencys() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        UUID batch = EEAS.batch(caseId);
        UUID upload = EEAS.created(batch, 10, "mine");
        TestTokens colleague = TestTokens.person("eeas-colleague", "EU-EEAS", Role.ANALYST);
        for (TestTokens other : List.of(
                colleague,
                TestTokens.person("com-analyst", "EU-COM", Role.ANALYST),
                TestTokens.person("bis-analyst", "US-BIS", Role.ANALYST))) {
            Uploading by = Uploading.as(other);
            assertEquals(404, by.head(upload).statusCode());
            refused(404, "not-found", by.patch(upload, 0, content(10)));
            refused(404, "not-found", by.delete(upload));
            problem(People.as(other).post("/api/v1/uploads/{id}/retry", upload), 404, "not-found");
        }
        assertEquals(0, EEAS.offset(upload));
        People.as(colleague).get("/api/v1/batches/{id}", batch).then().statusCode(200);
        People.as(colleague).get("/api/v1/batches/{id}/uploads", batch).then().body("items[0].name", equalTo("mine"));
        Uploading.as(colleague).created(batch, 5, "a colleague's");
        for (String path : List.of("/api/v1/batches/{id}", "/api/v1/batches/{id}/uploads")) {
            problem(People.comAnalyst().get(path, batch), 404, "not-found");
            problem(People.bisAnalyst().get(path, batch), 404, "not-found");
            problem(People.frenchVoter().get(path, batch), 404, "not-found");
        }
        refused(
                404,
                "not-found",
                Uploading.as(TestTokens.person("com-analyst", "EU-COM", Role.ANALYST))
                        .creating(batch, 5, metadata("filename", "x")));
        Uploading voter = Uploading.as(TestTokens.person("eeas-voter", "EU-EEAS", Role.VOTER));
        refused(403, "not-permitted", voter.creating(batch, 5, metadata("filename", "x")));
        refused(403, "not-permitted", voter.patch(upload, 0, content(10)));
        problem(People.administrator().get("/api/v1/batches/{id}", batch), 403, "not-permitted");
        problem(People.administrator().post("/api/v1/cases/{id}/batches", caseId), 403, "not-permitted");
    }

    @Test
    void a_batch_for_named_readers_is_not_seen_by_colleagues() {
        UUID caseId = Listing.caseOf("EU-EEAS");
        UUID batch = EEAS.batch(
                caseId,
                "marking",
                Map.of("level", "EU:LIMITE", "tlp", "RED", "named", List.of(TestTokens.sub("eeas-analyst"))));
        UUID upload = EEAS.created(batch, 10, "for one");
        TestTokens colleague = TestTokens.person("eeas-colleague", "EU-EEAS", Role.ANALYST);
        problem(People.as(colleague).get("/api/v1/batches/{id}", batch), 404, "not-found");
        refused(404, "not-found", Uploading.as(colleague).creating(batch, 5, metadata("filename", "x")));
        assertEquals(204, EEAS.patch(upload, 0, content(10)).statusCode());
    }

    @Test
    void who_is_recused_or_whose_agency_has_left_has_no_upload_any_more() {
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        TestTokens person = TestTokens.person("eeas-recused", "EU-EEAS", Role.ANALYST);
        Uploading by = Uploading.as(person);
        UUID batch = by.batch(caseId);
        UUID upload = by.created(batch, 10, "mine");
        Listing.recused(caseId, "eeas-recused");
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
        assertEquals(404, by.head(upload).statusCode());
        refused(404, "not-found", by.patch(upload, 0, content(10)));
        problem(People.as(person).get("/api/v1/batches/{id}", batch), 404, "not-found");
        refused(404, "not-found", by.creating(batch, 5, metadata("filename", "x")));
        Uploading com = Uploading.as(TestTokens.person("com-analyst", "EU-COM", Role.ANALYST));
        UUID theirs = com.created(com.batch(caseId), 10, "theirs");
        Listing.left(caseId, "EU-COM");
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
        refused(404, "not-found", com.patch(theirs, 0, content(10)));
    }

    @Test
    void the_same_bytes_of_an_agency_lie_there_once() throws Exception {
        byte[] content = content(2 * PIECE + 7);
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        UUID batch = EEAS.batch(caseId);
        int before = files().size();
        UUID first = EEAS.brought(batch, "one", content);
        UUID second = EEAS.brought(batch, "two", content);
        assertEquals(before + 1, files().size());
        Uploading com = Uploading.as(TestTokens.person("com-analyst", "EU-COM", Role.ANALYST));
        UUID theirs = com.brought(com.batch(caseId), "three", content);
        assertEquals(before + 2, files().size());
        assertArrayEquals(content, opened(first));
        assertArrayEquals(content, opened(second));
        assertArrayEquals(
                content,
                People.comAnalyst()
                        .get("/api/v1/exhibits/{id}/versions/1/content", theirs)
                        .asByteArray());
    }

    @ParameterizedTest
    @CsvSource({
        "'../../../etc/passwd', passwd",
        "'C:\\Users\\x\\report.pdf', report.pdf",
        "'/', A seized drive",
        "'   ', A seized drive",
        "'invoice\u202Efdp.exe', 'invoice\uFFFDfdp.exe'",
        "'nul\u0000l.txt', 'nul\uFFFDl.txt'",
        "'line\nbreak', 'line\uFFFDbreak'"
    })
    void a_name_is_a_text_and_nothing_else(String name, String title) throws Exception {
        Path outside = storage.blobsDir().getParent();
        List<Path> before = names(outside);
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        HttpResponse<String> made = EEAS.creating(batch, 3, metadata("filename", name, "relativePath", name));
        assertEquals(201, made.statusCode(), made.body());
        EEAS.patch(Uploading.id(made), 0, content(3));
        UUID exhibit = EEAS.exhibit(batch, Uploading.id(made));
        People.eeasAnalyst().get("/api/v1/exhibits/{id}", exhibit).then().body("title", equalTo(title));
        assertEquals(before, names(outside));
    }

    @Test
    void a_name_of_four_thousand_characters_is_kept_and_shown_shortened() {
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        String name = "ä".repeat(3_996) + ".txt";
        UUID exhibit = EEAS.brought(batch, name, content(3));
        String title =
                People.eeasAnalyst().get("/api/v1/exhibits/{id}", exhibit).path("title");
        assertEquals(300, title.length());
        People.eeasAnalyst().get("/api/v1/batches/{id}/uploads", batch).then().body("items[0].name", equalTo(name));
        refused(400, "malformed-metadata", EEAS.creating(batch, 3, metadata("filename", "a".repeat(4_097))));
    }

    @Test
    void what_cannot_come_in_is_refused_before_a_byte_and_listed_with_its_reason() {
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        refused(422, "empty-content", EEAS.creating(batch, 0, metadata("filename", "empty")));
        refused(413, "too-large", EEAS.creating(batch, 50_000_000_001L, metadata("filename", "huge")));
        for (int n = 0; n < 20; n++) {
            EEAS.delete(fullSize(batch, n));
        }
        List<UUID> twenty = Stream.iterate(0, n -> n + 1)
                .limit(20)
                .map(n -> fullSize(batch, n))
                .toList();
        refused(413, "case-full", EEAS.creating(batch, 1, metadata("filename", "one more")));
        People.eeasAnalyst()
                .get("/api/v1/batches/{id}/uploads?state=FAILED", batch)
                .then()
                .body(
                        "items.name", equalTo(List.of("empty", "huge", "one more")),
                        "items.reason", equalTo(List.of("empty-content", "too-large", "case-full")));
        People.eeasAnalyst()
                .get("/api/v1/batches/{id}", batch)
                .then()
                .body(
                        "counts.receiving", equalTo(20),
                        "counts.accepted", equalTo(0),
                        "counts.failed", equalTo(3),
                        "bytes.announced", equalTo(1_000_000_000_000L),
                        "bytes.received", equalTo(0));
        twenty.forEach(EEAS::delete);
        assertEquals(
                204,
                EEAS.patch(EEAS.created(batch, 3, "one more"), 0, content(3)).statusCode());
        People.eeasAnalyst()
                .get("/api/v1/batches/{id}/uploads?state=FAILED", batch)
                .then()
                .body("items.name", equalTo(List.of("empty", "huge")));
    }

    @Test
    void nobody_has_any_number_of_uploads_under_way() {
        Uploading by = Uploading.as(TestTokens.person("eeas-many", "EU-EEAS", Role.ANALYST));
        UUID batch = by.batch(Listing.caseOf("EU-EEAS"));
        List<UUID> open = Stream.generate(() -> by.created(batch, 3, "one of many"))
                .limit(30)
                .toList();
        refused(429, "too-many-open-uploads", by.creating(batch, 3, metadata("filename", "x")));
        by.delete(open.getFirst());
        by.created(batch, 3, "instead");
    }

    @Test
    void a_file_that_is_not_what_it_says_comes_in_with_a_warning() {
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        byte[] program = "MZ\u0090 not a document".getBytes(StandardCharsets.ISO_8859_1);
        HttpResponse<String> made =
                EEAS.creating(batch, program.length, metadata("filename", "letter.pdf", "filetype", "application/pdf"));
        EEAS.patch(Uploading.id(made), 0, program);
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}", EEAS.exhibit(batch, Uploading.id(made)))
                .then()
                .body("versions[0].warnings[0].reason", equalTo("media-type-mismatch"));
    }

    @Test
    void no_plain_byte_lies_on_disk_or_in_the_row_on_the_way() throws Exception {
        byte[] content = "the consignee is known to us ".repeat(80_000).getBytes(StandardCharsets.UTF_8);
        UUID upload = EEAS.created(EEAS.batch(Listing.caseOf("EU-EEAS")), content.length, "way.txt");
        EEAS.patch(upload, 0, Arrays.copyOf(content, content.length - 50_000));
        for (Path file : files()) {
            assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("consignee"));
        }
        assertEquals(
                0,
                Databases.number(
                        "select count(*) from upload where id = ? and (position('consignee'::bytea in tail) > 0"
                                + " or position('consig'::bytea in digest) > 0)",
                        upload));
        assertEquals(
                1, Databases.number("select count(*) from upload where id = ? and octet_length(tail) > 1000", upload));
    }

    @Test
    void a_client_that_we_have_not_written_uploads() throws Exception {
        byte[] content = content(3 * PIECE + 99);
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        TusClient client = new TusClient();
        client.setUploadCreationURL(Uploading.service()
                .resolve("/api/v1/batches/" + batch + "/uploads")
                .toURL());
        client.setHeaders(Map.of("Authorization", "Bearer " + Uploading.eeas().token()));
        TusUpload upload = new TusUpload();
        upload.setInputStream(new ByteArrayInputStream(content));
        upload.setSize(content.length);
        upload.setFingerprint("fingerprint");
        upload.setMetadata(Map.of("filename", "from another client.bin"));
        TusUploader first = client.createUpload(upload);
        first.setChunkSize(100_000);
        first.setRequestPayloadSize(PIECE);
        for (int chunk = 0; chunk < 15; chunk++) {
            first.uploadChunk();
        }
        URI address = first.getUploadURL().toURI();
        first.finish();
        upload.setInputStream(new ByteArrayInputStream(content));
        TusUploader again = client.beginOrResumeUploadFromURL(upload, address.toURL());
        assertTrue(again.getOffset() > 0);
        while (again.uploadChunk() > -1) {
            // each chunk is a request's part
        }
        again.finish();
        String id = address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
        assertArrayEquals(content, opened(EEAS.exhibit(batch, UUID.fromString(id))));
    }

    private static UUID fullSize(UUID batch, int n) {
        return EEAS.created(batch, 50_000_000_000L, "full size " + n);
    }

    private static byte[] opened(UUID exhibit) {
        return People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/versions/1/content", exhibit)
                .asByteArray();
    }

    @Test
    void a_client_that_knows_sha1_alone_is_served_too() throws Exception {
        byte[] content = content(900);
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        String sum = "sha1 "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-1").digest(content));
        refused(460, "checksum-mismatch", EEAS.whole(batch, "other.txt", content(800), "Upload-Checksum", sum));
        assertEquals(
                201,
                EEAS.whole(batch, "letter.txt", content, "Upload-Checksum", sum).statusCode());
    }

    private static String checksum(byte[] bytes) {
        return "sha256 " + Base64.getEncoder().encodeToString(Uploading.digest(bytes));
    }

    /** Sends less than it says, and goes; until the service has noticed. */
    private static void breakOff(UUID upload, int at, byte[] content, int sent, String... headers) throws Exception {
        try (Socket socket = sending(upload, at, content.length - at, String.join("", headers))) {
            socket.getOutputStream().write(content, at, sent);
            socket.getOutputStream().flush();
            awaitLease(upload, 1);
        }
        awaitLease(upload, 0);
    }

    private static Socket sending(UUID upload, int at, int length, String headers) throws IOException {
        URI service = Uploading.service();
        Socket socket = new Socket(service.getHost(), service.getPort());
        socket.getOutputStream()
                .write(("PATCH /api/v1/uploads/" + upload + " HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\n"
                                + "Upload-Offset: " + at + "\r\nContent-Length: " + length + "\r\n"
                                + "Content-Type: application/offset+octet-stream\r\nAuthorization: Bearer "
                                + Uploading.eeas().token() + "\r\n" + headers + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void awaitLease(UUID upload, long leases) throws Exception {
        await("select count(*) from upload where id = ? and lease is not null", leases, upload);
    }

    private static void await(String query, long expected, Object... values) throws Exception {
        for (int n = 0; n < 400 && Databases.number(query, values) != expected; n++) {
            Thread.sleep(10);
        }
        assertEquals(expected, Databases.number(query, values));
    }

    private List<Path> files() throws IOException {
        return names(storage.blobsDir());
    }

    private static List<Path> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> folder.getFileName().toString().equals("blobs")
                            || !file.toString().contains("blobs"))
                    .sorted()
                    .toList();
        }
    }

    private static long journalled(String type, UUID exhibit) throws Exception {
        return Databases.number(
                "select count(*) from journal where type = ? and outcome = 'DONE' and actor = ? and aggregate_id = ?",
                type,
                TestTokens.sub("eeas-analyst"),
                exhibit);
    }
}
