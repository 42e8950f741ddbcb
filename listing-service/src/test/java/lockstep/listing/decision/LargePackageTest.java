package lockstep.listing.decision;

import static lockstep.listing.testing.People.as;
import static lockstep.listing.testing.People.chair;
import static lockstep.listing.testing.People.comReviewer;
import static lockstep.listing.testing.People.eeasSubmitter;
import static lockstep.listing.testing.People.voter;
import static lockstep.listing.testing.Problems.refused;
import static lockstep.listing.testing.Story.must;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.listing.testing.EvidenceStandIn;
import lockstep.listing.testing.People;
import lockstep.listing.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 160 entries, as one act of December 2022 had: endorsed in one go, one package, one page, one vote. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(EvidenceStandIn.class)
class LargePackageTest {
    private static final int ENTRIES = 160;

    @BeforeEach
    void seats() throws Exception {
        People.appoint();
        EvidenceStandIn.refuseNothing();
    }

    /** Copies of a proposal with all that was done to it, which would otherwise be a thousand requests. */
    private static List<UUID> copies(UUID of, int many) throws SQLException {
        List<UUID> made = new ArrayList<>();
        try (Connection connection = Databases.asSuperuser()) {
            for (int i = 0; i < many; i++) {
                UUID id = UUID.randomUUID();
                copy(connection, "proposal", "id", of, id);
                copy(connection, "revision", "proposal_id", of, id);
                copy(connection, "party", "scope_id", of, id);
                try (PreparedStatement acts = connection.prepareStatement(
                        "insert into revision_act select (jsonb_populate_record(a, jsonb_build_object('id',"
                                + " gen_random_uuid(), 'proposal_id', ?::text))).* from revision_act a"
                                + " where a.proposal_id = ?")) {
                    acts.setString(1, id.toString());
                    acts.setObject(2, of);
                    acts.executeUpdate();
                }
                made.add(id);
            }
        }
        return made;
    }

    private static void copy(Connection connection, String table, String key, UUID of, UUID id) throws SQLException {
        try (PreparedStatement copying = connection.prepareStatement("insert into " + table
                + " select (jsonb_populate_record(t, jsonb_build_object('" + key + "', ?::text))).* from " + table
                + " t where t." + key + " = ?")) {
            copying.setString(1, id.toString());
            copying.setObject(2, of);
            copying.executeUpdate();
        }
    }

    private static List<Map<String, Object>> read(List<UUID> proposals, int revision) {
        return proposals.stream()
                .map(id -> Map.<String, Object>of("proposalId", id, "revisionRead", revision))
                .toList();
    }

    @Test
    void many_are_endorsed_at_once_each_with_its_own_row_and_its_own_refusal() throws Exception {
        UUID first = Story.inReview();
        List<UUID> all = new ArrayList<>(copies(first, ENTRIES - 2));
        all.add(first);
        UUID notThere = UUID.randomUUID();
        UUID submitted = Story.submitted();
        List<Map<String, Object>> items = new ArrayList<>(read(all, 1));
        items.addAll(read(List.of(submitted, notThere), 1));
        Map<String, Object> body = new HashMap<>(Map.of("items", items, "note", "Agreed, all of them."));
        long begin = System.nanoTime();
        JsonPath answer = must(as(comReviewer())
                        .header("Idempotency-Key", "all-at-once")
                        .body(body)
                        .post("/api/v1/proposals/endorsements"))
                .jsonPath();
        System.out.println(items.size() + " endorsed in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
        assertEquals(ENTRIES - 1, answer.getList("items.findAll { it.done }").size());
        assertEquals(List.of("not-in-this-status", "not-found"), answer.getList("items.findAll { !it.done }.reason"));
        assertEquals(
                ENTRIES - 1,
                Databases.number(
                        "select count(*) from journal where type = 'proposal.endorsed' and outcome = 'DONE' and"
                                + " aggregate_id = any (?::uuid[])",
                        array(all)));
        assertEquals(
                1,
                Databases.number(
                        "select count(*) from journal where type = 'proposal.endorsed' and outcome = 'REFUSED' and aggregate_id = ?",
                        submitted));
        must(as(comReviewer())
                        .header("Idempotency-Key", "all-at-once")
                        .body(body)
                        .post("/api/v1/proposals/endorsements"))
                .then()
                .body("items.findAll { it.done }", hasSize(ENTRIES - 1));
        must(as(chair())
                        .body(Map.of("items", read(List.of(submitted, first), 1)))
                        .post("/api/v1/proposals/acceptances"))
                .then()
                .body("items[0].done", equalTo(true))
                .body("items[1].reason", equalTo("not-in-this-status"));
        refused(
                as(comReviewer()).body(Map.of("items", List.of())).post("/api/v1/proposals/endorsements"),
                422,
                "invalid-input");
        refused(as(voter("FR")).body("{").post("/api/v1/proposals/acceptances"), 403, "not-permitted");
    }

    @Test
    void while_evidence_is_not_answered_each_row_says_so_and_what_needs_none_is_answered() throws Exception {
        UUID draft = Story.draft();
        UUID other = Story.draft();
        UUID notThere = UUID.randomUUID();
        EvidenceStandIn.lookupsUnanswered();
        Map<String, Object> body = Map.of("items", read(List.of(draft, notThere, other), 1));
        must(as(eeasSubmitter()).body(body).post("/api/v1/proposals/submissions"))
                .then()
                .body("items.proposalId", equalTo(List.of(draft + "", notThere + "", other + "")))
                .body("items.done", everyItem(equalTo(false)))
                .body("items.reason", contains("unavailable", "not-found", "unavailable"));
        EvidenceStandIn.refuseNothing();
        must(as(eeasSubmitter()).body(body).post("/api/v1/proposals/submissions"))
                .then()
                .body("items.done", contains(true, false, true));
    }

    private static String array(List<UUID> ids) {
        return "{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}";
    }

    @Test
    void they_are_one_package_with_one_page_and_one_vote() throws Exception {
        UUID first = Story.ready();
        List<UUID> all = new ArrayList<>(copies(first, ENTRIES - 1));
        all.add(first);
        UUID pack = Story.packageOf(all.toArray(UUID[]::new));
        UUID round = Story.id(Story.openRound(pack));
        must(as(chair()).get("/api/v1/packages/" + pack));
        long begin = System.nanoTime();
        Response page = must(as(voter("FR")).get("/api/v1/packages/" + pack));
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        page.then().body("entries", hasSize(ENTRIES));
        System.out.println(
                ENTRIES + " entries: page " + taken.toMillis() + " ms, " + page.asByteArray().length + " bytes");
        assertTrue(taken.toMillis() < 2000, "the page took " + taken);
        List<UUID> named = List.of(all.get(16), all.get(17));
        must(as(voter("FR"))
                .body(Map.of(
                        "packageHashRead",
                        Story.hash(pack),
                        "choice",
                        "OBJECT",
                        "reason",
                        "Namesakes.",
                        "entries",
                        named))
                .post("/api/v1/rounds/" + round + "/votes"));
        must(as(chair())
                        .body(Map.of("entries", named, "reason", "Namesakes."))
                        .post("/api/v1/rounds/" + round + "/carve-out"))
                .then()
                .body("status", equalTo("OPEN"))
                .body("entries", hasSize(ENTRIES - 2));
    }
}
