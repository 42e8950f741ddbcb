package lockstep.evidence.intake;

import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.evidence.Listing;
import lockstep.evidence.ListingStandIn;
import lockstep.evidence.People;
import lockstep.evidence.StorageResource;
import lockstep.evidence.Uploading;
import lockstep.evidence.storage.BlobStore;
import lockstep.evidence.storage.Partial;
import lockstep.evidence.storage.PartialWriter;
import lockstep.evidence.storage.StorageSettings;
import lockstep.kit.acting.Acting;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** What a process leaves that dies in the middle, and what is made of it. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class UploadsLeftBehindTest {
    private static final int PIECE = 1 << 20;
    private static final Uploading EEAS = Uploading.eeasAnalyst();
    private static final Actor SENDER = Uploading.eeas().actor();

    @Inject
    UploadSteps steps;

    @Inject
    BlobStore store;

    @Inject
    LookAfterUploads lookAfter;

    @Inject
    LeftUploads left;

    @Inject
    StorageSettings storage;

    @Test
    void killed_between_the_last_byte_and_the_exhibit_it_becomes_one() throws Exception {
        byte[] content = Uploading.content(2 * PIECE + 3);
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        UUID upload = EEAS.created(batch, content.length, "whole.bin");
        leftWhole(upload, content, SENDER);
        assertEquals(content.length, EEAS.offset(upload));
        List<Callable<Void>> replicas = Stream.generate(() -> (Callable<Void>) () -> {
                    lookAfter.run();
                    return null;
                })
                .limit(4)
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Void> replica : threads.invokeAll(replicas)) {
                replica.get();
            }
        }
        UUID exhibit = EEAS.exhibit(batch, upload);
        assertEquals(
                2,
                Databases.number(
                        "select count(*) from journal where aggregate_id = ? and actor = ? and agency = 'EU-EEAS'",
                        exhibit,
                        TestTokens.sub("eeas-analyst")));
        assertArrayEquals(
                content,
                People.eeasAnalyst()
                        .get("/api/v1/exhibits/{id}/versions/1/content", exhibit)
                        .asByteArray());
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}", exhibit)
                .then()
                .body("versions[0].by.sub", equalTo(TestTokens.sub("eeas-analyst")));
    }

    @Test
    void killed_between_two_checkpoints_it_is_gone_on_with_from_the_earlier() throws Exception {
        byte[] content = Uploading.content(5 * PIECE);
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        UUID upload = EEAS.created(batch, content.length, "killed.bin");
        EEAS.patch(upload, 0, Arrays.copyOf(content, PIECE + 5));
        Acting.asActor(SENDER, () -> {
            Partial from =
                    steps.take(upload, UUID.randomUUID(), PIECE + 5, SENDER).partial();
            try (PartialWriter killed = store.resume(from)) {
                killed.write(Uploading.content(3 * PIECE), 0, 3 * PIECE);
            }
            return null;
        });
        Uploading.refused(423, "upload-held", EEAS.patch(upload, PIECE + 5, new byte[1]));
        changed("update upload set lease_until = now() - interval '1 second' where id = ?", upload);
        assertEquals(PIECE + 5, EEAS.offset(upload));
        EEAS.patch(upload, PIECE + 5, Arrays.copyOfRange(content, PIECE + 5, content.length));
        assertArrayEquals(
                content,
                People.eeasAnalyst()
                        .get("/api/v1/exhibits/{id}/versions/1/content", EEAS.exhibit(batch, upload))
                        .asByteArray());
    }

    @Test
    void whoever_may_bring_nothing_any_more_has_brought_nothing_and_can_try_again_later() throws Exception {
        byte[] content = Uploading.content(100);
        UUID caseId = Listing.caseOf("EU-EEAS", "EU-COM");
        TestTokens person = TestTokens.person("com-analyst", "EU-COM", Role.ANALYST);
        Uploading com = Uploading.as(person);
        UUID batch = com.batch(caseId);
        UUID upload = com.created(batch, content.length, "late.bin");
        leftWhole(upload, content, person.actor());
        Listing.left(caseId, "EU-COM");
        pull();
        lookAfter.run();
        Listing.invited(caseId, "EU-COM");
        pull();
        People.comAnalyst()
                .get("/api/v1/batches/{id}/uploads?state=FAILED", batch)
                .then()
                .body("items", hasSize(1), "items[0].reason", equalTo("not-found"));
        assertEquals(
                1,
                Databases.number(
                        "select count(*) from journal where type = 'batch.upload-failed' and aggregate_id = ?", batch));
        assertEquals(410, com.head(upload).statusCode());
        People.comAnalyst()
                .post("/api/v1/uploads/{id}/retry", upload)
                .then()
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"));
        problem(People.comAnalyst().post("/api/v1/uploads/{id}/retry", upload), 409, "not-to-be-retried");
    }

    @Test
    void what_nobody_goes_on_with_expires() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS");
        UUID batch = EEAS.batch(caseId);
        UUID upload = EEAS.created(batch, 3 * PIECE, "left.bin");
        EEAS.patch(upload, 0, Uploading.content(2 * PIECE));
        lookAfter.run();
        assertEquals(2 * PIECE, EEAS.offset(upload));
        Path file = onlyPart(upload);
        changed("update upload set expires_at = now() - interval '1 second' where id = ?", upload);
        assertEquals(410, EEAS.head(upload).statusCode());
        lookAfter.run();
        assertFalse(Files.exists(file));
        Uploading.refused(410, "upload-over", EEAS.patch(upload, 2 * PIECE, Uploading.content(PIECE)));
        assertEquals(1, Databases.number("select count(*) from upload where id = ? and state = 'EXPIRED'", upload));
        assertEquals(0, Databases.number("select bytes from intake where case_id = ?", caseId));
    }

    @Test
    void pieces_lost_from_the_disk_fail_it_with_that_reason() throws Exception {
        byte[] content = Uploading.content(3 * PIECE);
        UUID batch = EEAS.batch(Listing.caseOf("EU-EEAS"));
        UUID upload = EEAS.created(batch, content.length, "lost.bin");
        EEAS.patch(upload, 0, Arrays.copyOf(content, 2 * PIECE));
        Files.delete(onlyPart(upload));
        Uploading.refused(500, "content-damaged", EEAS.patch(upload, 2 * PIECE, Uploading.content(PIECE)));
        People.eeasAnalyst()
                .get("/api/v1/batches/{id}/uploads?state=FAILED", batch)
                .then()
                .body("items[0].reason", equalTo("content-damaged"));
        assertEquals(410, EEAS.head(upload).statusCode());
    }

    @Test
    void of_the_jobs_questions_people_are_told_nothing() {
        UUID upload = EEAS.created(EEAS.batch(Listing.caseOf("EU-EEAS")), 10, "whole.bin");
        leftWhole(upload, Uploading.content(10), SENDER);
        assertTrue(Acting.asActor(SENDER, () -> left.whole(500)).isEmpty());
        lookAfter.run();
    }

    private void leftWhole(UUID upload, byte[] content, Actor sender) {
        Acting.asActor(sender, () -> {
            UUID lease = UUID.randomUUID();
            try (PartialWriter writer =
                    store.resume(steps.take(upload, lease, 0, sender).partial())) {
                writer.write(content, 0, content.length);
                return steps.end(upload, lease, writer.checkpoint());
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        });
    }

    private static void pull() {
        People.listingService().post("/internal/feed/pull").then().statusCode(200);
    }

    private Path onlyPart(UUID upload) throws Exception {
        try (Connection database = Databases.asSuperuser();
                PreparedStatement query = database.prepareStatement("select blob_id from upload where id = ?")) {
            query.setObject(1, upload);
            try (var row = query.executeQuery()) {
                assertTrue(row.next());
                Path file = storage.blobsDir().resolve("partial").resolve(row.getString(1) + ".part");
                assertTrue(Files.exists(file));
                return file;
            }
        }
    }

    private static void changed(String sql, UUID upload) throws Exception {
        try (Connection database = Databases.asSuperuser();
                PreparedStatement change = database.prepareStatement(sql)) {
            change.setObject(1, upload);
            assertEquals(1, change.executeUpdate());
        }
    }
}
