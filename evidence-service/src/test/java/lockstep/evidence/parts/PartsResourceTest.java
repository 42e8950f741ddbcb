package lockstep.evidence.parts;

import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import lockstep.auth.Clearance;
import lockstep.auth.Role;
import lockstep.evidence.ClamdResource;
import lockstep.evidence.Exhibiting;
import lockstep.evidence.Listing;
import lockstep.evidence.ListingStandIn;
import lockstep.evidence.People;
import lockstep.evidence.StorageResource;
import lockstep.evidence.Uploading;
import lockstep.evidence.custody.ScanJob;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Containers opened into their parts, with a real scanner before them and a reader of 32 MiB. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
@WithTestResource(ClamdResource.class)
class PartsResourceTest {
    private static final String PARTS = "/api/v1/exhibits/{id}/versions/1/parts";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final byte[] TWO = new HostileFiles.Zip()
            .add("folder/letter.txt", HostileFiles.text("A letter of its own."))
            .add("folder/scan.pdf", HostileFiles.text("\u00ff\u00d8\u00ff a picture"))
            .bytes();

    @Inject
    ScanJob scanning;

    @Inject
    PartsJob opening;

    private static RequestSpecification analyst() {
        return People.eeasAnalyst();
    }

    private static UUID brought(UUID caseId, String name, String mediaType, byte[] content) {
        UUID exhibit = Exhibiting.registered(
                analyst(),
                caseId,
                "title",
                name,
                "mediaType",
                mediaType,
                "marking",
                Map.of("level", "EU:LIMITE", "tlp", "AMBER"));
        analyst()
                .contentType("application/octet-stream")
                .body(content)
                .put("/api/v1/exhibits/{id}/versions/1/content", exhibit)
                .then()
                .statusCode(200);
        return exhibit;
    }

    private UUID clean(UUID caseId, String name, String mediaType, byte[] content) {
        UUID exhibit = brought(caseId, name, mediaType, content);
        scanning.run();
        return exhibit;
    }

    private static Response ask(UUID exhibit) {
        return analyst().post(PARTS, exhibit);
    }

    private static UUID asked(UUID exhibit) {
        return UUID.fromString(ask(exhibit).then().statusCode(201).extract().path("batchId"));
    }

    private static JsonPath view(RequestSpecification by, UUID exhibit) {
        return by.get(PARTS, exhibit).then().statusCode(200).extract().jsonPath();
    }

    private static JsonPath files(UUID batch) {
        return analyst()
                .get("/api/v1/batches/{id}/uploads?limit=200", batch)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String ended(UUID exhibit) throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        opening.run();
        while (Instant.now().isBefore(until)) {
            String state = view(analyst(), exhibit).getString("opening.state");
            if (!state.equals("WAITING")) {
                return state;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not opened in time: " + exhibit);
    }

    private static void changed(String statement) throws SQLException {
        try (Connection connection = Databases.asSuperuser();
                Statement change = connection.createStatement()) {
            change.executeUpdate(statement);
        }
    }

    static List<HostileFiles.Hostile> hostile() {
        List<HostileFiles.Hostile> all = HostileFiles.all().toList();
        assertTrue(all.size() >= 40, "only " + all.size());
        return all;
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void each_hostile_file_ends_in_a_clear_state(HostileFiles.Hostile file) throws Exception {
        UUID exhibit = clean(Listing.caseOf("EU-EEAS"), file.name(), file.mediaType(), file.content());
        Response answer = ask(exhibit);
        if (answer.statusCode() != 201) {
            assertEquals(file.expected(), answer.jsonPath().getString("type").replace("urn:lockstep:problem:", ""));
            return;
        }
        UUID batch = UUID.fromString(answer.jsonPath().getString("batchId"));
        String state = ended(exhibit);
        if (state.equals("REFUSED")) {
            assertEquals(file.expected(), "REFUSED " + view(analyst(), exhibit).getString("opening.reason"));
        } else {
            JsonPath files = files(batch);
            int accepted =
                    files.getList("items.findAll { it.state == 'ACCEPTED' }").size();
            List<String> reasons = files.getList("items.findAll { it.state == 'FAILED' }.reason");
            assertEquals(file.expected(), "OPENED " + accepted + " " + new TreeSet<>(reasons));
        }
        assertEquals(
                file.content().length,
                analyst()
                        .get("/api/v1/exhibits/{id}/versions/1/content", exhibit)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray()
                        .length);
    }

    @Test
    void a_part_is_an_exhibit_of_its_own_marked_as_its_container_and_says_where_it_stood() throws Exception {
        UUID container = clean(Listing.caseOf("EU-EEAS"), "post.zip", "application/zip", TWO);
        UUID batch = asked(container);
        problem(ask(container), 409, "opening-already");
        assertEquals("OPENED", ended(container));
        JsonPath files = files(batch);
        assertEquals(List.of("folder/letter.txt", "folder/scan.pdf"), files.getList("items.relativePath"));
        UUID letter = UUID.fromString(files.getString("items[0].exhibitId"));
        analyst()
                .get("/api/v1/exhibits/{id}", letter)
                .then()
                .body("title", equalTo("letter.txt"))
                .body("versions[0].sha256", equalTo(Uploading.sha256(HostileFiles.text("A letter of its own."))))
                .body("versions[0].mediaType", equalTo("text/plain"))
                .body("versions[0].marking.level", equalTo("EU:LIMITE"))
                .body("versions[0].marking.tlp", equalTo("AMBER"))
                .body("versions[0].scan.reason", equalTo("PENDING"));
        UUID scan = UUID.fromString(files.getString("items[1].exhibitId"));
        analyst()
                .get("/api/v1/exhibits/{id}", scan)
                .then()
                .body("versions[0].warnings[0].reason", equalTo("media-type-mismatch"));
        JsonPath origin = view(analyst(), letter);
        assertEquals(container.toString(), origin.getString("partOf.exhibitId"));
        assertEquals("folder/letter.txt", origin.getString("partOf.path"));
        problem(ask(container), 409, "opened-already");
        assertEquals(
                1,
                Databases.number("select count(*) from journal where type = 'exhibit.parts-ended' and aggregate_id = '"
                        + container + "'"));
        Uploading.refused(
                409, "batch-of-parts", Uploading.eeasAnalyst().creating(batch, 3, Uploading.metadata("filename", "x")));
    }

    @Test
    void nothing_is_opened_before_it_is_found_clean_and_infected_never() throws Exception {
        UUID caseId = Listing.caseOf("EU-EEAS");
        UUID waiting = brought(caseId, "post.zip", "application/zip", HostileFiles.named("early"));
        problem(ask(waiting), 409, "not-scanned-yet");
        UUID infected = clean(
                caseId,
                "a.zip",
                "application/zip",
                new HostileFiles.Zip()
                        .add("a", HostileFiles.text(ClamdResource.HARMLESS_BUT_KNOWN))
                        .bytes());
        problem(ask(infected), 409, "content-infected");
        ask(waiting).then().statusCode(201);
    }

    @Test
    void another_agency_and_another_role_open_nothing() {
        UUID container = clean(Listing.caseOf("EU-EEAS"), "post.zip", "application/zip", HostileFiles.named("others"));
        problem(People.comAnalyst().post(PARTS, container), 404, "not-found");
        assertEquals(
                403,
                People.as(TestTokens.person("eeas-legal", "EU-EEAS", Role.LEGAL).clearance(Clearance.RESTRICTED))
                        .post(PARTS, container)
                        .statusCode());
        analyst().get(PARTS, container).then().body("partOf", nullValue(), "openable", equalTo(true));
    }

    @Test
    void what_a_killed_process_was_at_is_taken_over_and_each_part_comes_once() throws Exception {
        UUID container = clean(Listing.caseOf("EU-EEAS"), "post.zip", "application/zip", HostileFiles.many(30));
        UUID batch = asked(container);
        assertEquals("OPENED", ended(container));
        // As it stands when a process was killed after 20 parts: the rest is not there, and the lease has run out.
        changed("delete from part where exhibit_id in (select exhibit_id from upload where batch_id = '" + batch
                + "' and part > 20)");
        changed("update upload set state = 'TERMINATED', exhibit_id = null where batch_id = '" + batch
                + "' and part > 20");
        changed("update opening set state = 'WAITING', done_at = null, lease = gen_random_uuid(),"
                + " leased_until = now() - interval '1 second' where batch_id = '" + batch + "'");
        assertEquals("OPENED", ended(container));
        assertEquals(
                30,
                Databases.number(
                        "select count(*) from upload where state = 'ACCEPTED' and batch_id = '" + batch + "'"));
        assertEquals(
                30,
                Databases.number("select count(distinct part) from upload where state = 'ACCEPTED' and batch_id = '"
                        + batch + "'"));
    }
}
