package lockstep.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Creates each service's database and its roles; running it again changes nothing. */
final class Databases {
    private final Postgres server;
    private final Secrets secrets;

    Databases(Postgres server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    void create() {
        try {
            try (Connection connection = server.connect("postgres")) {
                for (String role : new String[] {
                    "listing_owner", "listing_app", "evidence_owner", "evidence_app", "web_app", "keycloak"
                }) {
                    role(connection, role);
                }
                database(connection, "listing", "listing_owner");
                database(connection, "evidence", "evidence_owner");
                database(connection, "web", "web_app");
                database(connection, "keycloak", "keycloak");
            }
            open("listing", "listing_owner", "listing_app");
            open("evidence", "evidence_owner", "evidence_app");
            open("web", "web_app", "web_app");
            open("keycloak", "keycloak", "keycloak");
        } catch (SQLException failed) {
            throw new CannotStart("the databases can't be created: " + failed.getMessage(), failed);
        }
    }

    /** The secrets' file is the truth: a password that differs from it is set anew. */
    private void role(Connection connection, String role) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
            run(connection, "create role " + role + " login nosuperuser nobypassrls nocreatedb nocreaterole");
        }
        run(connection, "alter role " + role + " password '" + secrets.of(role) + "'");
    }

    private static void database(Connection connection, String name, String owner) throws SQLException {
        if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
            run(connection, "create database " + name + " owner " + owner);
        }
        run(connection, "revoke all on database " + name + " from public");
    }

    private void open(String database, String owner, String app) throws SQLException {
        try (Connection connection = server.connect(database)) {
            run(connection, "alter schema public owner to " + owner);
            run(connection, "revoke all on schema public from public");
            run(connection, "grant usage on schema public to " + app);
            run(connection, "grant connect on database " + database + " to " + app);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
