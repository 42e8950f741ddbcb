package lockstep.evidence.parts;

import static lockstep.evidence.Problems.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import lockstep.evidence.Exhibiting;
import lockstep.evidence.Listing;
import lockstep.evidence.ListingStandIn;
import lockstep.evidence.People;
import lockstep.evidence.Spilling;
import lockstep.evidence.StorageResource;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;

/** What was unpacked from a spill is frozen with it, and what contains it; other parts of that are not. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class SpilledPartsTest {
    private static final String PARTS = "/api/v1/exhibits/{id}/versions/1/parts";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    PartsJob opening;

    private static UUID container() {
        return container("One " + UUID.randomUUID());
    }

    private static UUID container(String one) {
        byte[] zip = new HostileFiles.Zip()
                .add("one.txt", HostileFiles.text(one))
                .add("two.txt", HostileFiles.text("Two " + UUID.randomUUID()))
                .bytes();
        UUID exhibit = Exhibiting.registered(
                People.eeasAnalyst(),
                Listing.caseOf("EU-EEAS", "EU-COM"),
                "title",
                "files.zip",
                "mediaType",
                "application/zip",
                "marking",
                Exhibiting.TO_COUNCIL);
        People.eeasAnalyst()
                .contentType("application/octet-stream")
                .body(zip)
                .put("/api/v1/exhibits/{id}/versions/1/content", exhibit)
                .then()
                .statusCode(200);
        return exhibit;
    }

    private static UUID asked(UUID exhibit) {
        return UUID.fromString(People.eeasAnalyst()
                .post(PARTS, exhibit)
                .then()
                .statusCode(201)
                .extract()
                .path("batchId"));
    }

    private JsonPath ended(UUID exhibit) throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        opening.run();
        while (Instant.now().isBefore(until)) {
            JsonPath view = People.eeasAnalyst().get(PARTS, exhibit).jsonPath();
            if (!view.getString("opening.state").equals("WAITING")) {
                return view;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not opened in time: " + exhibit);
    }

    private List<UUID> partsOf(UUID exhibit) throws InterruptedException {
        UUID batch = asked(exhibit);
        assertEquals("OPENED", ended(exhibit).getString("opening.state"));
        List<String> ids = People.eeasAnalyst()
                .get("/api/v1/batches/{id}/exhibits", batch)
                .then()
                .statusCode(200)
                .extract()
                .path("items.exhibitId");
        assertEquals(2, ids.size());
        return ids.stream().map(UUID::fromString).toList();
    }

    @Test
    void the_parts_of_a_frozen_container_are_frozen_and_purged_with_it() throws Exception {
        UUID container = container();
        List<UUID> parts = partsOf(container);
        Spilling.freeze(Spilling.officer(), container)
                .then()
                .statusCode(200)
                .body("details.total", equalTo(3))
                .body("details.frozen.findAll { it.because == 'PART' }", hasSize(2));
        for (UUID part : parts) {
            problem(Spilling.open(People.eeasAnalyst(), part), 409, "frozen");
        }
        Spilling.purged(new VersionRef(container, 1));
        for (UUID part : parts) {
            problem(Spilling.open(People.eeasAnalyst(), part), 409, "disposed");
        }
    }

    @Test
    void the_container_of_a_frozen_part_is_frozen_and_the_other_parts_are_not() throws Exception {
        UUID container = container();
        List<UUID> parts = partsOf(container);
        Spilling.freeze(Spilling.officer(), parts.getFirst())
                .then()
                .statusCode(200)
                .body("details.total", equalTo(2));
        problem(Spilling.open(People.eeasAnalyst(), container), 409, "frozen");
        Spilling.open(People.eeasAnalyst(), parts.getLast()).then().statusCode(200);
        Spilling.purged(new VersionRef(parts.getFirst(), 1));
        problem(Spilling.open(People.eeasAnalyst(), container), 409, "disposed");
        Spilling.open(People.eeasAnalyst(), parts.getLast()).then().statusCode(200);
    }

    @Test
    void a_container_that_turns_out_to_hold_what_was_spilled_is_frozen_with_it() throws Exception {
        String spilled = "One " + UUID.randomUUID();
        VersionRef alone = Exhibiting.held(Listing.caseOf("EU-EEAS"), spilled);
        Spilling.freeze(Spilling.officer(), alone.exhibitId()).then().statusCode(200);
        UUID container = container(spilled);
        Spilling.open(People.comAnalyst(), container).then().statusCode(200);
        asked(container);
        JsonPath view = ended(container);
        assertEquals("frozen", view.getString("opening.reason"));
        problem(Spilling.open(People.comAnalyst(), container), 409, "frozen");
        Spilling.spill(Spilling.officer(), container)
                .then()
                .statusCode(200)
                .body("details.frozen.find { it.exhibitId == '" + container + "' }.because", equalTo("CONTAINS"));
        People.eeasAnalyst()
                .get("/api/v1/exhibits/{id}/history", container)
                .then()
                .body("items.type", hasItem("exhibit.frozen"));
    }

    @Test
    void what_another_freeze_took_meanwhile_is_left_to_it() throws Exception {
        UUID container = container();
        UUID part = partsOf(container).getFirst();
        try (Connection other = Databases.asSuperuser();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from exhibit where id = '" + container + "' for update");
            List<Integer> answers = new CopyOnWriteArrayList<>();
            Thread freezing = Thread.startVirtualThread(
                    () -> answers.add(Spilling.freeze(Spilling.officer(), part).statusCode()));
            while (Databases.number("select count(*) from pg_locks where not granted") == 0) {
                Thread.sleep(20);
            }
            statement.execute("with x as (select id, case_id, originator from exhibit where id = '" + container + "'),"
                    + " s as (insert into spill (id, exhibit_id, case_id, originator, reason, frozen_by, frozen_account, frozen_at)"
                    + " select gen_random_uuid(), x.id, x.case_id, x.originator, 'Beside.', 'x', 'x', now() from x returning *)"
                    + " insert into spilled (spill_id, exhibit_id, case_id, originator, because, reaches_down, state)"
                    + " select s.id, s.exhibit_id, s.case_id, s.originator, 'FOUND', false, 'FROZEN' from s");
            statement.execute("update exhibit set frozen_at = now() where id = '" + container + "'");
            other.commit();
            freezing.join();
            assertEquals(List.of(200), answers);
        }
        Spilling.spill(Spilling.officer(), part).then().body("details.total", equalTo(1));
    }

    @Test
    void a_container_that_is_frozen_before_it_is_opened_is_not_opened() throws Exception {
        UUID container = container();
        UUID batch = asked(container);
        Spilling.freeze(Spilling.officer(), container).then().statusCode(200);
        JsonPath view = ended(container);
        assertEquals("REFUSED", view.getString("opening.state"));
        assertEquals("frozen", view.getString("opening.reason"));
        People.eeasAnalyst().get("/api/v1/batches/{id}/exhibits", batch).then().body("items", hasSize(0));
    }
}
