package lockstep.web.session;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import javax.sql.DataSource;

/** The rows of sessions and saved forms: sealed, with random ids, unreadable once they have expired. */
@ApplicationScoped
public class SessionRows {
    private final DataSource database;
    private final Seal seal;
    private final InstantSource clock = InstantSource.system();
    private final SecureRandom random = new SecureRandom();

    SessionRows(DataSource database, Seal seal) {
        this.database = database;
        this.seal = seal;
    }

    String keepTokens(String text, String sid, String sub, Instant until) {
        String id = newId();
        run(
                "insert into session_tokens (id, sealed, sid, sub, expires_at) values (?, ?, ?, ?, ?)",
                id,
                seal.close(id, text),
                sid,
                sub,
                Timestamp.from(until));
        return id;
    }

    Optional<String> tokens(String id) {
        return sealed("select sealed from session_tokens where id = ? and expires_at > ?", id, now())
                .map(bytes -> seal.open(id, bytes));
    }

    void dropTokens(String id) {
        run("delete from session_tokens where id = ?", id);
    }

    /** Ends one session at the identity provider, or all sessions of a person where it names no session. */
    void dropSession(String sid, String sub) {
        if (sid != null) {
            run("delete from session_tokens where sid = ?", sid);
        } else if (sub != null) {
            run("delete from session_tokens where sub = ?", sub);
        }
    }

    String keepForm(String text, String sub, Instant until) {
        String id = newId();
        run(
                "insert into saved_form (id, sealed, sub, expires_at) values (?, ?, ?, ?)",
                id,
                seal.close(id, text),
                sub,
                Timestamp.from(until));
        return id;
    }

    void replaceForm(String id, String text, String sub) {
        run("update saved_form set sealed = ? where id = ? and sub = ?", seal.close(id, text), id, sub);
    }

    /** A form comes back only to the person who sent it. */
    Optional<String> form(String id, String sub) {
        return sealed("select sealed from saved_form where id = ? and sub = ? and expires_at > ?", id, sub, now())
                .map(bytes -> seal.open(id, bytes));
    }

    /** Rows that another replica is deleting at the moment are skipped. */
    @Scheduled(every = "60s", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void dropExpired() {
        for (String table : new String[] {"session_tokens", "saved_form"}) {
            run("delete from " + table + " where id in (select id from " + table
                    + " where expires_at <= now() for update skip locked limit 1000)");
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private String newId() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Optional<byte[]> sealed(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = with(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
        } catch (SQLException failed) {
            throw new IllegalStateException("web-ui's database does not answer", failed);
        }
    }

    private void run(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = with(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("web-ui's database does not answer", failed);
        }
    }

    private static PreparedStatement with(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
