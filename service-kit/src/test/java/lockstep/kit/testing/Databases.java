package lockstep.kit.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tests' PostgreSQL, one per JVM, and connections to the database of the service under test. What must be shared is
 * kept in system properties, because Quarkus loads this class more than once.
 */
public final class Databases {
    static final String PASSWORD = "only-for-tests";
    private static final String PORT = "lockstep.test.postgres.port";
    private static final String SERVICE = "lockstep.test.service";

    private Databases() {}

    /** A connection as the service itself: row-level security applies, and no setting is made. */
    public static Connection asApp() throws SQLException {
        return DriverManager.getConnection(url(), System.getProperty(SERVICE) + "_app", PASSWORD);
    }

    /** A connection as migrations have it. */
    public static Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url(), System.getProperty(SERVICE) + "_owner", PASSWORD);
    }

    /** A connection that no row-level security binds, to look at what is really there. */
    public static Connection asSuperuser() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "");
    }

    /** Makes a setting such as {@code lockstep.sub} for the rest of the connection's transaction. */
    public static void set(Connection connection, String name, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.executeQuery();
        }
    }

    /** One number that a query gives, whoever may see what it counts. */
    public static long number(String query, Object... values) throws SQLException {
        try (Connection connection = asSuperuser();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static String url() {
        return "jdbc:postgresql://127.0.0.1:" + System.getProperty(PORT) + "/" + System.getProperty(SERVICE);
    }

    /** Starts PostgreSQL if this JVM has none, and creates the service's roles and database if they are missing. */
    static void prepare(String service) {
        System.getProperties().computeIfAbsent(PORT, _ -> String.valueOf(started()));
        System.setProperty(SERVICE, service);
        String server = "jdbc:postgresql://127.0.0.1:" + System.getProperty(PORT) + "/";
        try (Connection connection = DriverManager.getConnection(server + "postgres", "postgres", "")) {
            if (exists(connection, service)) {
                return;
            }
            run(
                    connection,
                    "create role " + service + "_owner login nobypassrls password '" + PASSWORD + "'",
                    "create role " + service + "_app login nobypassrls password '" + PASSWORD + "'",
                    "create database " + service);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        try (Connection connection = DriverManager.getConnection(server + service, "postgres", "")) {
            run(
                    connection,
                    "alter schema public owner to " + service + "_owner",
                    "revoke all on schema public from public",
                    "grant usage on schema public to " + service + "_app");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static int started() {
        try {
            // Its own shutdown hook stops it when the JVM ends.
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                askForPasswords(connection);
            }
            return postgres.getPort();
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** As it comes it trusts everybody, and a wrong password in a service's configuration would go unseen. */
    private static void askForPasswords(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show hba_file")) {
            row.next();
            Files.writeString(Path.of(row.getString(1)), """
                    host all postgres 127.0.0.1/32 trust
                    host all postgres ::1/128 trust
                    host all all 127.0.0.1/32 scram-sha-256
                    """);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        run(connection, "select pg_reload_conf()");
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select from pg_database where datname = ?")) {
            statement.setString(1, database);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String... commands) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }
}
