package lockstep.kit.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import lockstep.kit.db.Sql;
import lockstep.kit.page.Limit;
import lockstep.kit.testing.PostgresResource;
import lockstep.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(OwnPort.class)
class TransactionSettingsTest {
    private static final Actor EEAS =
            TestTokens.person("eeas-analyst", "EU-EEAS", Role.ANALYST).actor();
    private static final Actor STATE =
            TestTokens.person("state-analyst", "US-STATE", Role.ANALYST).actor();

    @Inject
    Notes notes;

    @Inject
    Sql sql;

    @Inject
    DataSource pool;

    @Inject
    TransactionManager transactions;

    private String setting(String name) {
        return sql.first("select current_setting(?, true)", row -> row.getString(1), name)
                .orElse("");
    }

    @Test
    void the_database_knows_who_acts() {
        Acting.asActor(EEAS, () -> QuarkusTransaction.requiringNew().call(() -> {
            assertEquals(EEAS.sub(), setting("lockstep.sub"));
            assertEquals("EU-EEAS", setting("lockstep.agency"));
            assertEquals("", setting("lockstep.system"));
            assertTrue(sql.first(
                            "select 'EU-COUNCIL' = any (current_setting('lockstep.wide')::text[])"
                                    + " and 'EU' = any (current_setting('lockstep.wide')::text[])"
                                    + " and not 'EU' = any (current_setting('lockstep.strict')::text[])"
                                    + " and 'EU:LIMITE' = any (current_setting('lockstep.levels')::text[])",
                            row -> row.getBoolean(1))
                    .orElseThrow());
            return null;
        }));
    }

    @Test
    void a_job_sees_what_it_claims() {
        UUID claimed = UUID.randomUUID();
        Acting.as(new SystemActor("close-rounds", Set.of(claimed)), () -> QuarkusTransaction.requiringNew()
                .call(() -> {
                    assertEquals("close-rounds", setting("lockstep.system"));
                    assertEquals("", setting("lockstep.sub"));
                    assertTrue(sql.first(
                                    "select ? = any (current_setting('lockstep.claims')::uuid[])",
                                    row -> row.getBoolean(1),
                                    claimed)
                            .orElseThrow());
                    return null;
                }));
    }

    @Test
    void nobody_acting_means_no_transaction() throws Exception {
        assertThrows(IllegalStateException.class, () -> notes.list(null, Limit.standard()));
        assertEquals(Status.STATUS_NO_TRANSACTION, transactions.getStatus());
    }

    @Test
    void rows_of_another_agency_are_not_there() {
        String text = "for us alone " + UUID.randomUUID();
        Acting.asActor(EEAS, () -> notes.write(EEAS, text));
        assertTrue(Acting.asActor(EEAS, this::everything).contains(text));
        assertTrue(!Acting.asActor(STATE, this::everything).contains(text));
    }

    private String everything() {
        return QuarkusTransaction.requiringNew().call(() -> sql.rows("select text from note", row -> row.getString(1))
                .toString());
    }

    @Test
    void without_settings_there_are_no_rows_and_none_are_left_on_the_connection() throws SQLException {
        Acting.asActor(EEAS, () -> notes.write(EEAS, "left behind " + UUID.randomUUID()));
        for (int turn = 0; turn < 40; turn++) {
            Acting.asActor(EEAS, this::everything);
            try (Connection pooled = pool.getConnection();
                    ResultSet row = pooled.createStatement()
                            .executeQuery("select (select count(*) from note), (select count(*) from journal),"
                                    + " (select count(*) from journal_payload), (select count(*) from journal_position),"
                                    + " coalesce(current_setting('lockstep.sub', true), '')")) {
                row.next();
                assertEquals(0, row.getLong(1) + row.getLong(2) + row.getLong(3) + row.getLong(4));
                assertEquals("", row.getString(5));
            }
        }
    }

    @Test
    void a_reading_method_cannot_write() {
        RuntimeException refused = assertThrows(
                RuntimeException.class,
                () -> Acting.asActor(EEAS, () -> {
                    notes.writeInReadOnly(EEAS);
                    return null;
                }));
        assertTrue(
                String.valueOf(refused.getCause()).contains("read-only")
                        || refused.toString().contains("read-only"),
                refused::toString);
    }

    @Test
    void a_reading_method_may_log_the_reading() {
        Notes.View written = Acting.asActor(EEAS, () -> notes.write(EEAS, "read me " + UUID.randomUUID()));
        assertEquals(written, Acting.asActor(EEAS, () -> notes.one(written.id())));
    }
}
