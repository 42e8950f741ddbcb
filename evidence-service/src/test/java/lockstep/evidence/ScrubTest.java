package lockstep.evidence;

import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.auth.Role;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.custody.VerifyJob;
import lockstep.evidence.storage.Keys;
import lockstep.evidence.storage.Keysets;
import lockstep.evidence.storage.StorageSettings;
import lockstep.evidence.storage.WrapKeysJob;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stored content is verified in turn; what was changed there is told to whom it concerns, and nothing else is. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class ScrubTest {
    private static final String CONTENT = "/api/v1/exhibits/{id}/versions/1/content";

    @Inject
    VerifyJob job;

    @Inject
    WrapKeysJob keys;

    @Inject
    Keys loaded;

    @Inject
    StorageSettings storage;

    /** What other tests have stored and changed is none of this one's business. */
    @BeforeEach
    void nothing_else_is_due() throws SQLException {
        run("update verification set next_at = now() + interval '1 year', damaged_since = null, damage = null");
    }

    private static VersionRef held(Object... changes) {
        return Exhibiting.held(Listing.caseOf("EU-EEAS", "EU-COM"), "Stored. " + UUID.randomUUID(), changes);
    }

    private static ValidatableResponse view(VersionRef ref) {
        return People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}", ref.exhibitId())
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse inbox(RequestSpecification by) {
        return by.get("/api/v1/inbox").then().statusCode(200);
    }

    private static ValidatableResponse health(RequestSpecification by) {
        return by.get("/api/v1/storage/health").then().statusCode(200);
    }

    private static RequestSpecification commissionsAdministrator() {
        return People.as(TestTokens.person("com-admin", "EU-COM", Role.ADMIN));
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = Databases.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static UUID blobOf(VersionRef ref) throws SQLException {
        try (Connection connection = Databases.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select blob_id from exhibit_version where exhibit_id = '" + ref.exhibitId() + "'")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private Path fileOf(VersionRef ref) throws Exception {
        String name = blobOf(ref).toString();
        return storage.blobsDir()
                .resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static long journalled(String type, VersionRef ref) throws Exception {
        return Databases.number(
                "select count(*) from journal where outcome = 'DONE' and type = ? and aggregate_id = ?",
                type,
                ref.exhibitId());
    }

    private static long damaged() throws Exception {
        return Databases.number("select count(*) from verification where damaged_since is not null");
    }

    @Test
    void one_flipped_byte_is_refused_and_told_and_so_is_that_it_is_whole_again() throws Exception {
        VersionRef ref = held("marking", Exhibiting.TO_COUNCIL);
        String id = ref.exhibitId().toString();
        view(ref).body("versions[0].integrity.verifiedAt", nullValue());
        job.run();
        view(ref)
                .body(
                        "versions[0].integrity.verifiedAt", notNullValue(),
                        "versions[0].integrity.damagedSince", nullValue());
        Path file = fileOf(ref);
        flip(file);
        problem(People.eeasAnalyst().get(CONTENT, id), 500, "content-damaged");
        job.run();
        view(ref)
                .body(
                        "versions[0].integrity.damagedSince", notNullValue(),
                        "versions[0].integrity.damage", equalTo("SEAL"),
                        "allowedActions.find { it.action == 'open-content' }.reason", equalTo("content-damaged"));
        inbox(People.eeasAnalyst())
                .body("items.find { it.exhibitId == '" + id + "' }.kind", equalTo("content-damaged"))
                .body("items.find { it.exhibitId == '" + id + "' }.title", equalTo("Registry extract"));
        inbox(People.comAnalyst()).body("items.exhibitId", not(hasItem(id)));
        health(People.administrator())
                .body("damaged.blobId", hasItem(blobOf(ref).toString()));
        health(commissionsAdministrator()).body("damaged", equalTo(List.of()));
        People.comAnalyst()
                .get("/api/v1/exhibits/{id}/history", id)
                .then()
                .body("items.type", hasItem("exhibit.damaged"));
        People.administrator().post("/api/v1/storage/damaged/verify").then().statusCode(204);
        job.run();
        assertEquals(1, journalled("exhibit.damaged", ref));
        flip(file);
        commissionsAdministrator().post("/api/v1/storage/damaged/verify").then().statusCode(204);
        job.run();
        view(ref).body("versions[0].integrity.damagedSince", notNullValue());
        People.administrator().post("/api/v1/storage/damaged/verify").then().statusCode(204);
        job.run();
        view(ref).body("versions[0].integrity.damagedSince", nullValue());
        inbox(People.eeasAnalyst()).body("items.exhibitId", not(hasItem(id)));
        assertEquals(1, journalled("exhibit.whole-again", ref));
        People.eeasAnalyst().get(CONTENT, id).then().statusCode(200);
    }

    @Test
    void bytes_that_two_exhibits_share_are_told_of_in_the_custody_of_both() throws Exception {
        String content = "Shared. " + UUID.randomUUID();
        VersionRef one = Exhibiting.held(Listing.caseOf("EU-EEAS"), content);
        VersionRef other = Exhibiting.held(Listing.caseOf("EU-EEAS"), content);
        flip(fileOf(one));
        job.run();
        assertEquals(1, journalled("exhibit.damaged", one));
        assertEquals(1, journalled("exhibit.damaged", other));
    }

    @Test
    void two_replicas_verify_the_same_bytes_once() throws Exception {
        List<VersionRef> all = Stream.generate(() -> held()).limit(6).toList();
        for (VersionRef ref : all) {
            flip(fileOf(ref));
        }
        List<Thread> replicas = Stream.generate(() -> Thread.ofPlatform().unstarted(job::run))
                .limit(2)
                .peek(Thread::start)
                .toList();
        for (Thread replica : replicas) {
            replica.join();
        }
        for (VersionRef ref : all) {
            assertEquals(1, journalled("exhibit.damaged", ref));
        }
    }

    @Test
    void what_a_replica_died_over_is_taken_up_once_its_lease_is_over() throws Exception {
        VersionRef ref = held();
        run(
                "update verification set lease = gen_random_uuid(), leased_until = now() + interval '1 hour' where blob_id = '"
                        + blobOf(ref) + "'");
        job.run();
        view(ref).body("versions[0].integrity.verifiedAt", nullValue());
        run("update verification set leased_until = now() - interval '1 hour' where blob_id = '" + blobOf(ref) + "'");
        job.run();
        view(ref).body("versions[0].integrity.verifiedAt", notNullValue());
    }

    @Test
    void a_missing_or_another_key_damages_nothing() throws Exception {
        VersionRef ref = held();
        Path file = storage.kekFile().orElseThrow();
        String right = Files.readString(file);
        long id = Keysets.current(file);
        Keysets.replaced(file);
        keys.check();
        job.run();
        assertEquals(0, damaged());
        Files.writeString(file, right);
        Keysets.rotated(file);
        String both = Files.readString(file);
        Keysets.without(file, id);
        keys.run();
        run("update verification set next_at = now() where blob_id = '" + blobOf(ref) + "'");
        job.run();
        assertEquals(0, damaged());
        view(ref).body("versions[0].integrity.verifiedAt", nullValue());
        Files.writeString(file, both);
        keys.run();
        run("update verification set next_at = now() where blob_id = '" + blobOf(ref) + "'");
        job.run();
        view(ref).body("versions[0].integrity.verifiedAt", notNullValue());
    }

    @Test
    void another_key_that_has_just_come_under_the_same_id_damages_nothing_either() throws Exception {
        VersionRef ref = held();
        Path file = storage.kekFile().orElseThrow();
        String right = Files.readString(file);
        Keysets.replaced(file);
        loaded.readAgain();
        job.run();
        assertEquals(0, damaged());
        Files.writeString(file, right);
        keys.check();
        run("update verification set next_at = now() where blob_id = '" + blobOf(ref) + "'");
        job.run();
        view(ref).body("versions[0].integrity.verifiedAt", notNullValue());
    }

    @Test
    void bytes_that_are_gone_are_damage_but_a_store_that_is_not_there_is_none() throws Exception {
        VersionRef ref = held();
        VersionRef beside = held();
        job.run();
        Path store = storage.blobsDir();
        Path elsewhere = store.resolveSibling("elsewhere");
        run("update verification set next_at = now() where blob_id in ('" + blobOf(ref) + "', '" + blobOf(beside)
                + "')");
        Files.move(store, elsewhere);
        try {
            job.run();
        } finally {
            Files.move(elsewhere, store);
        }
        assertEquals(0, damaged());
        Files.delete(fileOf(ref));
        run("update verification set next_at = now() where blob_id = '" + blobOf(ref) + "'");
        job.run();
        view(ref).body("versions[0].integrity.damage", equalTo("GONE"));
        assertEquals(1, damaged());
    }

    @Test
    void the_overview_is_for_administrators_alone() {
        problem(People.eeasAnalyst().get("/api/v1/storage/health"), 403, "not-permitted");
        problem(People.eeasAnalyst().post("/api/v1/storage/damaged/verify"), 403, "not-permitted");
    }
}
