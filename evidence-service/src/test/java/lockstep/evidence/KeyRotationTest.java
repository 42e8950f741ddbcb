package lockstep.evidence;

import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.stream.Stream;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.storage.Keysets;
import lockstep.evidence.storage.StorageSettings;
import lockstep.evidence.storage.WrapKeysJob;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Key-encryption keys come and go while the service runs, and no sealed file is touched. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class KeyRotationTest {
    private static final String CONTENT = "/api/v1/exhibits/{id}/versions/1/content";

    @Inject
    WrapKeysJob job;

    @Inject
    StorageSettings settings;

    private Path file;
    private long first;

    @BeforeEach
    void one_key() {
        file = settings.kekFile().orElseThrow();
        first = Keysets.current(file);
    }

    /** Whatever a test has done to the keys, the next one finds all content openable. */
    @AfterEach
    void all_under_a_key_that_is_there() throws Exception {
        job.run();
        assertEquals(0, wrappedByOthersThan(Keysets.current(file)));
    }

    private static Response open(VersionRef ref) {
        return People.eeasAnalyst().get(CONTENT, ref.exhibitId());
    }

    private static ValidatableResponse keys() {
        return People.administrator().get("/api/v1/storage/keys").then().statusCode(200);
    }

    private static long wrappedByOthersThan(long id) throws Exception {
        return Databases.number(
                "select (select count(*) from blob where kek_id <> ?)"
                        + " + (select count(*) from upload where kek_id <> ?)"
                        + " + (select count(*) from protected_source where kek_id <> ?)",
                id,
                id,
                id);
    }

    private static long wrappedBy(long id) throws Exception {
        return Databases.number("select count(*) from blob where kek_id = ?", id);
    }

    private List<String> stored() throws IOException {
        try (Stream<Path> all = Files.walk(settings.blobsDir())) {
            return all.filter(Files::isRegularFile)
                    .map(path -> path + " " + modified(path))
                    .sorted()
                    .toList();
        }
    }

    private static String modified(Path path) {
        try {
            return Files.getLastModifiedTime(path) + " " + Files.size(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void what_an_earlier_key_has_wrapped_is_wrapped_by_the_current_one_and_no_file_changes() throws Exception {
        VersionRef before = Exhibiting.held(Listing.caseOf("EU-EEAS"), "Before. " + UUID.randomUUID());
        List<String> stored = stored();
        Keysets.rotated(file);
        open(before).then().statusCode(200);
        assertTrue(wrappedBy(first) > 0);
        job.run();
        long second = Keysets.current(file);
        assertEquals(0, wrappedByOthersThan(second));
        assertEquals(stored, stored());
        keys().body("items.find { it.id == " + second + "L }.current", equalTo(true))
                .body("items.find { it.id == " + second + "L }.removable", equalTo(false))
                .body("items.find { it.id == " + first + "L }.removable", equalTo(true));
        Keysets.without(file, first);
        job.run();
        open(before).then().statusCode(200);
        keys().body("items.id", not(hasItem((Object) first)));
    }

    @Test
    void a_key_that_is_wanting_is_named_and_nothing_is_called_damaged() throws Exception {
        VersionRef before = Exhibiting.held(Listing.caseOf("EU-EEAS"), "Wanting. " + UUID.randomUUID());
        Keysets.rotated(file);
        String both = Files.readString(file);
        long second = Keysets.current(file);
        Keysets.without(file, first);
        List<String> said = Logged.by(WrapKeysJob.class, Level.SEVERE, () -> job.run());
        assertEquals(1, said.size(), said.toString());
        assertTrue(said.getFirst().contains("key " + first + ", which wraps the keys of "), said.toString());
        assertTrue(said.getFirst().contains(file.toString()), said.toString());
        problem(open(before), 503, "key-missing");
        keys().body("items.find { it.id == " + first + "L }.standing", equalTo("MISSING"))
                .body("items.find { it.id == " + first + "L }.removable", equalTo(false))
                .body("items.find { it.id == " + second + "L }.standing", equalTo("HERE"));
        VersionRef after = Exhibiting.held(Listing.caseOf("EU-EEAS"), "After. " + UUID.randomUUID());
        open(after).then().statusCode(200);
        assertEquals(1, wrappedBy(second));
        Files.writeString(file, both);
        open(before).then().statusCode(200);
    }

    @Test
    void another_key_under_the_same_id_counts_as_missing() throws Exception {
        VersionRef before = Exhibiting.held(Listing.caseOf("EU-EEAS"), "Another. " + UUID.randomUUID());
        String whole = Files.readString(file);
        Keysets.replaced(file);
        List<String> said = Logged.by(WrapKeysJob.class, Level.SEVERE, () -> job.run());
        assertTrue(said.getFirst().contains("another key stands under its id"), said.toString());
        problem(open(before), 503, "key-missing");
        keys().body("items.find { it.id == " + first + "L }.standing", equalTo("ANOTHER"));
        UUID described = Exhibiting.registered(People.eeasAnalyst(), Listing.caseOf("EU-EEAS"));
        problem(
                People.eeasAnalyst()
                        .contentType("application/octet-stream")
                        .body("Sealed under no key.".getBytes())
                        .put(CONTENT, described),
                503,
                "key-missing");
        Files.writeString(file, whole);
        job.run();
        open(before).then().statusCode(200);
    }

    @Test
    void an_upload_under_way_goes_on_under_the_new_key() throws Exception {
        Uploading sender = Uploading.eeasAnalyst();
        byte[] content = "Half before, half after.".getBytes();
        UUID upload = sender.created(sender.batch(Listing.caseOf("EU-EEAS")), content.length, "half.txt");
        assertEquals(204, sender.patch(upload, 0, Arrays.copyOf(content, 10)).statusCode());
        Keysets.rotated(file);
        job.run();
        Keysets.without(file, first);
        job.run();
        byte[] rest = Arrays.copyOfRange(content, 10, content.length);
        assertEquals(204, sender.patch(upload, 10, rest).statusCode());
        assertEquals(
                1,
                Databases.number(
                        "select count(*) from upload where id = ? and state = 'ACCEPTED' and wrapped_key is null",
                        upload));
    }

    @Test
    void a_sealed_source_is_wrapped_anew_and_opens_under_the_new_key_alone() throws Exception {
        VersionRef ref = Exhibiting.held(Listing.caseOf("EU-EEAS"), "Sourced. " + UUID.randomUUID());
        Sources.sealed(ref, "Vera Placeholder");
        Keysets.rotated(file);
        job.run();
        Keysets.without(file, first);
        job.run();
        Sources.open(Sources.sealer(), ref).then().statusCode(200).body("identity", equalTo("Vera Placeholder"));
    }

    @Test
    void two_replicas_share_the_work() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS");
        for (int n = 0; n < 5; n++) {
            Exhibiting.held(caseId, "Shared. " + UUID.randomUUID());
        }
        Keysets.rotated(file);
        CountDownLatch together = new CountDownLatch(2);
        List<Thread> replicas = Stream.generate(() -> Thread.ofPlatform().unstarted(() -> {
                    together.countDown();
                    job.run();
                }))
                .limit(2)
                .peek(Thread::start)
                .toList();
        for (Thread replica : replicas) {
            replica.join();
        }
        assertEquals(0, wrappedByOthersThan(Keysets.current(file)));
    }

    @Test
    void the_keys_are_for_administrators_who_learn_of_their_own_agency_alone() throws Exception {
        Exhibiting.held(Listing.caseOf("EU-EEAS"), "Counted. " + UUID.randomUUID());
        long ours = Databases.number("select (select count(wrapped_key) from blob where owner = 'EU-EEAS')"
                + " + (select count(*) from upload where owner = 'EU-EEAS' and wrapped_key is not null)"
                + " + (select count(wrapped_key) from protected_source where originator = 'EU-EEAS')");
        keys().body("items.find { it.current }.wraps", equalTo((int) ours));
        People.as(TestTokens.person("doe-admin", "US-DOE", Role.ADMIN))
                .get("/api/v1/storage/keys")
                .then()
                .statusCode(200)
                .body("items.find { it.current }.wraps", equalTo(0))
                .body("items.find { it.current }.others", equalTo(true));
        problem(People.eeasAnalyst().get("/api/v1/storage/keys"), 403, "not-permitted");
    }
}
