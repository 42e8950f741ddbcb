package lockstep.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import lockstep.auth.Agency;
import lockstep.auth.Clearance;
import lockstep.auth.Role;
import lockstep.evidence.Releasability.Thing;
import lockstep.evidence.Releasability.Told;
import lockstep.evidence.Releasability.Who;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/**
 * What each person is given by REST of the same combinations, against the oracle: versions by the question for many, and
 * some one by one; rows by the history of a case. Whole with {@code -Dlockstep.full}, else what is drawn by the seed that is
 * printed ({@code -Dlockstep.seed} draws the same again). That an originator has left is no state that REST can bring about;
 * {@link ReleasabilityMatrixTest} has it.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
@WithTestResource(ListingStandIn.class)
@WithTestResource(StorageResource.class)
class ReleasabilityRestTest {
    /** What one question may ask. */
    private static final int AT_ONCE = 500;

    private static final int ONE_BY_ONE = Releasability.FULL ? 100 : 10;
    private static final int CASES = Releasability.FULL ? Integer.MAX_VALUE : 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long seed = Long.getLong("lockstep.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<String> differences = new ArrayList<>();
    private long combinations;
    private long open;

    @Test
    void each_person_is_given_what_the_oracle_says() throws SQLException {
        Releasability all = Releasability.laidOut(Instant.now().truncatedTo(ChronoUnit.SECONDS), Duration.ofHours(2));
        for (String code : Releasability.READERS) {
            Agency agency = Releasability.AGENCIES.find(code).orElseThrow();
            for (Clearance clearance : Clearance.values()) {
                TestTokens person = TestTokens.person(Releasability.ACCOUNT, code, Role.ANALYST)
                        .clearance(clearance);
                Who who = new Who(agency, clearance.atMost(agency.ceiling()), false);
                List<Thing> drawn = new ArrayList<>(all.things());
                Collections.shuffle(drawn, random);
                for (int from = 0; from < (Releasability.FULL ? drawn.size() : AT_ONCE); from += AT_ONCE) {
                    asked(person, who, drawn.subList(from, Math.min(from + AT_ONCE, drawn.size())));
                }
                drawn.subList(0, ONE_BY_ONE).forEach(thing -> opened(person, who, thing));
                List<UUID> cases = new ArrayList<>(all.cases());
                Collections.shuffle(cases, random);
                cases.stream().limit(CASES).forEach(caseId -> told(person, who, all, caseId));
            }
        }
        System.out.println("releasability by REST: " + combinations + " combinations, " + open + " open, "
                + differences.size() + " differences, seed " + seed);
        assertEquals(List.of(), differences.stream().limit(5).toList(), differences.size() + " differences");
        assertTrue(open > combinations / 100 && open < combinations / 2, "hardly tried: " + open);
    }

    /** Many in one question. */
    private void asked(TestTokens person, Who who, List<Thing> things) {
        List<Map<String, Object>> items = things.stream()
                .map(thing -> Map.<String, Object>of("exhibitId", thing.exhibitId(), "version", 1))
                .toList();
        JsonNode found = json(People.as(person)
                .contentType(ContentType.JSON)
                .body(Map.of("items", items))
                .post("/api/v1/exhibits/lookup"));
        Set<UUID> given = new HashSet<>();
        found.path("items")
                .forEach(row -> given.add(UUID.fromString(row.path("exhibitId").asText())));
        things.forEach(thing -> compared(who, thing, Told.VERSION, given.contains(thing.exhibitId())));
    }

    private void opened(TestTokens person, Who who, Thing thing) {
        int status = People.as(person)
                .get("/api/v1/exhibits/{id}", thing.exhibitId())
                .statusCode();
        assertTrue(status == 200 || status == 404, "answered with " + status);
        compared(who, thing, Told.VERSION, status == 200);
    }

    /** All rows of a case's history. */
    private void told(TestTokens person, Who who, Releasability all, UUID caseId) {
        Set<UUID> rows = new HashSet<>();
        pages(
                person,
                "/api/v1/cases/" + caseId + "/exhibit-history?limit=200",
                row -> rows.add(UUID.fromString(row.path("eventId").asText())));
        for (Thing thing : all.things()) {
            if (thing.scene().caseId().equals(caseId)) {
                thing.rows().forEach((told, event) -> {
                    if (told != Told.VERSION) {
                        compared(who, thing, told, rows.contains(event));
                    }
                });
            }
        }
    }

    private void pages(TestTokens person, String path, Consumer<JsonNode> row) {
        String next = "";
        while (next != null) {
            Response answer = People.as(person).get(path + next);
            if (answer.statusCode() == 404) {
                return;
            }
            JsonNode page = json(answer);
            page.path("items").forEach(row);
            next = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : null;
        }
    }

    private void compared(Who who, Thing thing, Told told, boolean given) {
        boolean expected = Releasability.mayRead(who, thing, told);
        combinations++;
        open += expected ? 1 : 0;
        if (given != expected) {
            differences.add("oracle " + expected + ", REST " + given + ": " + who + " " + told + " " + thing);
        }
    }

    private static JsonNode json(Response answer) {
        assertEquals(200, answer.statusCode(), answer.asString());
        try {
            return JSON.readTree(answer.asByteArray());
        } catch (IOException noJson) {
            throw new AssertionError(answer.asString(), noJson);
        }
    }
}
