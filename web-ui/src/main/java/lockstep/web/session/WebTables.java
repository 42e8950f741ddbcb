package lockstep.web.session;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** web-ui's two tables, made at the first start; several replicas that start at once wait for each other. */
@Singleton
public class WebTables {
    private static final long START_LOCK = 0x10c5_7e90_0001L;

    private final DataSource database;

    WebTables(DataSource database) {
        this.database = database;
    }

    void make(@Observes @Priority(1) StartupEvent start) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select pg_advisory_xact_lock(" + START_LOCK + ")");
            sql.execute("""
                    create table if not exists session_tokens (
                        id text primary key,
                        sealed bytea not null,
                        sid text,
                        sub text,
                        expires_at timestamptz not null)""");
            sql.execute("create index if not exists session_tokens_sid on session_tokens (sid)");
            sql.execute("create index if not exists session_tokens_sub on session_tokens (sub)");
            sql.execute("""
                    create table if not exists saved_form (
                        id text primary key,
                        sealed bytea not null,
                        sub text not null,
                        expires_at timestamptz not null)""");
            connection.commit();
        }
    }
}
