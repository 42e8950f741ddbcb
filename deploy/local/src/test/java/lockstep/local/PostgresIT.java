package lockstep.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database server is durable and lets nobody in without a password; read back from the running server. */
class PostgresIT {
    @TempDir
    static Path directory;

    private static Instance instance;

    @BeforeAll
    static void start() {
        instance = Instance.start(Options.in(directory).only(Part.POSTGRES));
    }

    @AfterAll
    static void end() {
        instance.close();
        assertTrue(State.running(directory).isEmpty());
    }

    @Test
    void a_commit_that_was_answered_is_on_disk() throws SQLException {
        assertEquals("on", setting("fsync"));
        assertEquals("on", setting("synchronous_commit"));
        assertEquals("on", setting("full_page_writes"));
        assertEquals("on", setting("data_checksums"));
    }

    @Test
    void it_is_postgresql_18_on_this_machine_alone() throws SQLException {
        assertTrue(setting("server_version").startsWith("18."), setting("server_version"));
        assertEquals("127.0.0.1", setting("listen_addresses"));
        assertEquals("", setting("unix_socket_directories"));
        assertEquals("UTF8", setting("server_encoding"));
    }

    @Test
    void every_way_in_asks_for_a_password_that_is_never_sent() throws SQLException {
        assertEquals("scram-sha-256", setting("password_encryption"));
        assertEquals(List.of("scram-sha-256"), all("select distinct auth_method from pg_hba_file_rules"));
        assertEquals(List.of(), all("select error from pg_hba_file_rules where error is not null"));
        assertEquals(
                List.of(),
                all("select rolname from pg_authid where rolcanlogin and rolpassword not like 'SCRAM-SHA-256$%'"));
    }

    @Test
    void a_wrong_password_and_none_are_refused_also_for_the_superuser() {
        for (String role : List.of("postgres", "listing_app", "keycloak")) {
            for (String password : List.of("postgres", "")) {
                String url = "jdbc:postgresql://127.0.0.1:"
                        + instance.options().ports().of(Part.POSTGRES) + "/postgres";
                assertThrows(SQLException.class, () -> DriverManager.getConnection(url, role, password));
            }
        }
    }

    @Test
    void each_service_reaches_its_own_database_alone() throws SQLException {
        instance.connect("listing", "listing_app").close();
        instance.connect("evidence", "evidence_app").close();
        assertThrows(SQLException.class, () -> instance.connect("evidence", "listing_app"));
        assertThrows(SQLException.class, () -> instance.connect("listing", "evidence_owner"));
        assertThrows(SQLException.class, () -> instance.connect("keycloak", "web_app"));
    }

    @Test
    void the_owner_makes_tables_and_the_service_cannot() throws SQLException {
        run(instance.connect("listing", "listing_owner"), "create table made_by_owner (id int)");
        run(instance.connect("web", "web_app"), "create table made_by_pages (id int)");
        assertThrows(
                SQLException.class,
                () -> run(instance.connect("listing", "listing_app"), "create table made_by_service (id int)"));
        assertEquals(
                List.of("postgres"),
                all("select rolname from pg_roles where rolcanlogin"
                        + " and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)"));
    }

    @Test
    void what_was_committed_outlives_a_kill_of_the_server() throws SQLException {
        run(instance.connect("listing", "listing_owner"), "create table kept as select 42 as answer");
        instance.kill(Part.POSTGRES);
        assertFalse(instance.alive(Part.POSTGRES));
        instance.restart(Part.POSTGRES);
        try (Connection connection = instance.connect("listing", "listing_owner");
                ResultSet row = connection.createStatement().executeQuery("select answer from kept")) {
            assertTrue(row.next());
            assertEquals(42, row.getInt(1));
        }
    }

    @Test
    void only_the_owner_may_read_the_secrets() throws IOException {
        for (String file : List.of("secrets.json", "accounts.json", "instance.json")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))),
                    file);
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
    }

    @Test
    void a_second_start_in_the_same_directory_is_refused_in_one_line() {
        Options again = Options.in(directory).only(Part.POSTGRES);
        CannotStart refused = assertThrows(CannotStart.class, () -> Instance.start(again));
        assertTrue(refused.getMessage().startsWith("Lockstep is running already in "), refused.getMessage());
        assertTrue(instance.alive(Part.POSTGRES));
        assertTrue(State.running(directory).isPresent());
    }

    @Test
    void a_port_in_use_is_named_and_nothing_is_started(@TempDir Path other) throws IOException {
        Options options = Options.in(other).only(Part.POSTGRES);
        int port = options.ports().of(Part.POSTGRES);
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            CannotStart refused = assertThrows(CannotStart.class, () -> Instance.start(options));
            assertTrue(refused.getMessage().startsWith("port " + taken.getLocalPort() + " (postgres) is in use"));
        }
        assertFalse(Files.exists(other.resolve("postgres")));
        assertTrue(State.running(other).isEmpty());
    }

    @Test
    void a_second_up_keeps_data_and_secrets(@TempDir Path other) throws SQLException {
        Options options = Options.in(other).only(Part.POSTGRES);
        try (Instance first = Instance.start(options)) {
            run(first.connect("listing", "listing_owner"), "create table kept as select 1 as n");
        }
        assertFalse(Files.exists(State.file(other)));
        try (Instance second = Instance.start(options.at(Ports.free()))) {
            run(second.connect("listing", "listing_owner"), "select n from kept");
        }
        assertEquals(
                Set.of(),
                Set.copyOf(ProcessHandle.current()
                        .descendants()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(other.toString()))
                        .toList()));
    }

    private static String setting(String name) throws SQLException {
        return all("show " + name).getFirst();
    }

    private static List<String> all(String query) throws SQLException {
        try (Connection connection = instance.connect("postgres");
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
