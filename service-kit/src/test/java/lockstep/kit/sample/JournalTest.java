package lockstep.kit.sample;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.kit.acting.Acting;
import lockstep.kit.journal.Canonical;
import lockstep.kit.journal.Journal;
import lockstep.kit.testing.Databases;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(OwnPort.class)
class JournalTest {
    private static final TestTokens TOKEN = TestTokens.person("eeas-analyst", "EU-EEAS", Role.ANALYST);
    private static final Actor ANALYST = TOKEN.actor();

    @Inject
    Notes notes;

    @Inject
    Journal journal;

    private static Notes.View written() {
        return given().auth()
                .oauth2(TOKEN.token())
                .contentType("application/json")
                .body(Map.of("text", "journal " + UUID.randomUUID()))
                .post("/api/v1/notes")
                .as(Notes.View.class);
    }

    @Test
    void an_act_and_its_row_commit_together() throws SQLException {
        Notes.View note = written();
        try (Connection connection = Databases.asSuperuser();
                PreparedStatement statement = connection.prepareStatement(
                        "select * from journal join journal_payload using (event_id) where aggregate_id = ?")) {
            statement.setObject(1, note.id());
            ResultSet row = statement.executeQuery();
            assertTrue(row.next());
            assertEquals("note.written", row.getString("type"));
            assertEquals("DONE", row.getString("outcome"));
            assertEquals(ANALYST.sub(), row.getString("actor"));
            assertEquals("EU-EEAS", row.getString("agency"));
            assertEquals(7, row.getObject("event_id", UUID.class).version());
            assertEquals(32, row.getBytes("salt").length);
            assertArrayEquals(
                    new String[] {"EU27"}, (String[]) row.getArray("m_rel_to").getArray());
            byte[] payload = row.getBytes("bytes");
            assertEquals("{\"text\":\"" + note.text() + "\"}", new String(payload, StandardCharsets.UTF_8));
            assertArrayEquals(Canonical.sha256(payload), row.getBytes("payload_sha256"));
        }
    }

    @Test
    void nothing_is_appended_outside_a_transaction() {
        assertThrows(
                TransactionalException.class,
                () -> Acting.asActor(
                        ANALYST,
                        () -> journal.append(Notes.entry("note.written", UUID.randomUUID(), "EU-EEAS", null))));
    }

    @Test
    void the_service_can_neither_change_nor_delete_what_is_written() throws SQLException {
        for (String attempt : List.of(
                "update journal set actor = 'x'",
                "delete from journal",
                "update journal_payload set bytes = ''",
                "delete from journal_payload",
                "insert into journal_position values (1, gen_random_uuid())",
                "delete from journal_position",
                "delete from journal_unnumbered",
                "truncate journal cascade")) {
            try (Connection connection = Databases.asApp();
                    Statement statement = connection.createStatement()) {
                SQLException refused = assertThrows(SQLException.class, () -> statement.execute(attempt), attempt);
                assertTrue(List.of("42501").contains(refused.getSQLState()), attempt + ": " + refused);
            }
        }
    }

    @Test
    void a_refusal_is_journalled_under_what_it_was_about_and_nothing_else_stays() throws SQLException {
        Notes.View note = written();
        Response answer = given().auth().oauth2(TOKEN.token()).post("/api/v1/notes/" + note.id() + "/close");
        answer.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:lockstep:problem:note-is-closed"))
                .body("detail", equalTo("this note is closed already"));
        assertEquals(
                1,
                Databases.number(
                        "select count(*) from journal join journal_payload using (event_id)"
                                + " where aggregate_id = ? and outcome = 'REFUSED' and type = 'note.closed'"
                                + " and aggregate_revision = 3 and case_id = ? and command_id = ?::uuid and bytes = ?",
                        note.id(),
                        note.id(),
                        answer.header("X-Correlation-Id"),
                        Canonical.bytes(Map.of("code", "note-is-closed", "text", "this note is closed already"))));
        assertEquals(0, Databases.number("select count(*) from note where text like 'never committed%'"));
    }

    @Test
    void where_a_refusal_cannot_be_journalled_it_is_not_told() throws SQLException {
        Notes.View note = written();
        owner("revoke insert on journal from listing_app");
        try {
            given().auth()
                    .oauth2(TOKEN.token())
                    .post("/api/v1/notes/" + note.id() + "/close")
                    .then()
                    .statusCode(500)
                    .body("type", equalTo("urn:lockstep:problem:internal"));
            given().auth()
                    .oauth2(TOKEN.token())
                    .get("/api/v1/notes/" + note.id())
                    .then()
                    .statusCode(500);
            given().auth()
                    .oauth2(TOKEN.token())
                    .post("/api/v1/notes/seal")
                    .then()
                    .statusCode(500);
        } finally {
            owner("grant insert on journal to listing_app");
        }
    }

    private static void owner(String command) throws SQLException {
        try (Connection connection = Databases.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Test
    void a_reading_is_journalled_before_it_is_answered() throws SQLException {
        Notes.View note = written();
        given().auth()
                .oauth2(TOKEN.token())
                .get("/api/v1/notes/" + note.id())
                .then()
                .statusCode(200);
        assertEquals(
                1,
                Databases.number(
                        "select count(*) from journal where aggregate_id = ? and outcome = 'READ'", note.id()));
    }

    @Test
    void event_ids_rise() {
        List<UUID> ids = Acting.asActor(ANALYST, () -> QuarkusTransaction.requiringNew()
                .call(() -> journal.appendAll(
                        Stream.generate(() -> Notes.entry("note.listed", UUID.randomUUID(), "EU-EEAS", null))
                                .limit(200)
                                .toList())));
        assertEquals(
                ids.stream().map(UUID::toString).sorted().toList(),
                ids.stream().map(UUID::toString).toList());
        assertEquals(200, ids.stream().distinct().count());
    }
}
