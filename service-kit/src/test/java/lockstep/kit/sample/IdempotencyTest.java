package lockstep.kit.sample;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import lockstep.auth.Role;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import lockstep.kit.web.Idempotency;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(OwnPort.class)
class IdempotencyTest {
    private static final TestTokens ONE = TestTokens.person("eeas-analyst", "EU-EEAS", Role.ANALYST);
    private static final TestTokens OTHER = TestTokens.person("com-analyst", "EU-COM", Role.ANALYST);

    @Inject
    Idempotency idempotency;

    private static Response write(TestTokens person, String key, String text) {
        return given().auth()
                .oauth2(person.token())
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of("text", text))
                .post("/api/v1/notes");
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }

    @Test
    void a_replay_gets_the_first_answer() {
        String key = unique();
        String text = unique();
        Response first = write(ONE, key, text);
        assertEquals(201, first.statusCode());
        Response second = write(ONE, key, text);
        assertEquals(201, second.statusCode());
        assertEquals(first.asString(), second.asString());
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        String key = unique();
        write(ONE, key, unique()).then().statusCode(201);
        write(ONE, key, unique())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:lockstep:problem:idempotency-key-reused"));
    }

    @Test
    void a_key_belongs_to_its_actor() {
        String key = unique();
        Response one = write(ONE, key, unique());
        Response other = write(OTHER, key, unique());
        assertEquals(201, other.statusCode());
        assertNotEquals(one.jsonPath().getString("id"), other.jsonPath().getString("id"));
    }

    @Test
    void a_key_whose_command_failed_is_free_again() {
        String taken = unique();
        write(ONE, unique(), taken).then().statusCode(201);
        String key = unique();
        write(ONE, key, taken).then().statusCode(409);
        write(ONE, key, unique()).then().statusCode(201);
    }

    @Test
    void keys_are_visible_ascii() {
        write(ONE, "two words", unique())
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:lockstep:problem:bad-idempotency-key"));
        write(ONE, "k".repeat(129), unique()).then().statusCode(400);
    }

    @Test
    void many_at_once_are_done_once() throws Exception {
        String key = unique();
        String text = unique();
        Set<String> answers = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> calls = Stream.<Callable<String>>generate(
                            () -> () -> write(ONE, key, text).asString())
                    .limit(8)
                    .toList();
            for (Future<String> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        assertEquals(1, answers.size(), answers::toString);
        assertEquals(1, Databases.number("select count(*) from note where text = ?", text));
    }

    @Test
    void old_keys_are_forgotten_and_young_ones_kept() throws SQLException {
        String old = unique();
        String young = unique();
        write(ONE, old, unique()).then().statusCode(201);
        write(ONE, young, unique()).then().statusCode(201);
        try (Connection connection = Databases.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update idempotency set created_at = created_at - interval '8 days' where key = '" + old + "'");
        }
        Acting.as(new SystemActor("forget-answers", Set.of()), idempotency::forgetOld);
        assertEquals(0, Databases.number("select count(*) from idempotency where key = ?", old));
        assertEquals(1, Databases.number("select count(*) from idempotency where key = ?", young));
    }
}
