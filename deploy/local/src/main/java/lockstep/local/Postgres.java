package lockstep.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The database server of an instance: durable (a commit is on disk before it is answered), reached over 127.0.0.1 alone
 * and by password alone, also for its superuser.
 */
final class Postgres {
    static final String SUPERUSER = "postgres";
    private static final String WRONG_PASSWORD = "28P01";
    private final Path binaries;
    private final Path cluster;
    private final Path log;
    private final int port;
    private final String password;

    Postgres(Path binaries, Options options, Secrets secrets) {
        this.binaries = binaries;
        this.cluster = options.data().resolve("postgres");
        this.log = options.data().resolve("logs/postgres.log");
        this.port = options.ports().of(Part.POSTGRES);
        this.password = secrets.of(SUPERUSER);
    }

    /** Starts it, making its files where there are none. */
    Child start() {
        if (!Files.exists(cluster.resolve("lockstep.done"))) {
            PrivateFiles.remove(cluster);
            initialise();
        }
        List<String> command = asPostgresLikes("postgres", "-D", cluster.toString(), "-p", port + "");
        return Child.start("postgres", command, Map.of(), log);
    }

    void await(Child child) {
        Waiting.until(child, "PostgreSQL", Waiting.LONG, this::answers);
    }

    private void initialise() {
        Path passwordFile = cluster.resolveSibling("superuser.password");
        PrivateFiles.write(passwordFile, password);
        try {
            Process process = new ProcessBuilder(asPostgresLikes(
                            "initdb",
                            "--pgdata=" + cluster,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--locale=C.UTF-8",
                            "--no-instructions"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (process.waitFor() != 0) {
                throw new CannotStart("initdb failed, see " + log);
            }
            configure();
        } catch (IOException failed) {
            throw new CannotStart("PostgreSQL can't be set up: " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotStart("PostgreSQL can't be set up: interrupted", stopped);
        } finally {
            PrivateFiles.remove(passwordFile);
        }
    }

    private void configure() throws IOException {
        copy("postgresql.conf");
        copy("pg_hba.conf");
        Files.createFile(cluster.resolve("lockstep.done"));
    }

    private void copy(String file) throws IOException {
        try (InputStream content = Postgres.class.getResourceAsStream(file)) {
            Files.write(cluster.resolve(file), content.readAllBytes());
        }
    }

    /** PostgreSQL refuses to run as root: root enters a user namespace where it is nobody, and still owns the files. */
    private List<String> asPostgresLikes(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            if (!Child.onPath("unshare")) {
                throw new CannotStart("PostgreSQL can't run as root here (no unshare): start Lockstep as a plain user");
            }
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(5);
        } catch (SQLException refused) {
            if (WRONG_PASSWORD.equals(refused.getSQLState())) {
                throw new CannotStart("secrets.json does not belong to the database in " + cluster, refused);
            }
            return false;
        }
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, credentials(SUPERUSER, password));
    }

    static Properties credentials(String role, String password) {
        Properties credentials = new Properties();
        credentials.put("user", role);
        credentials.put("password", password);
        return credentials;
    }

    /** Ends it with its "fast" shutdown: clients are sent away, the log is flushed. */
    static void stop(Child child) {
        try {
            new ProcessBuilder("kill", "-INT", child.pid() + "").start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        child.stop(Duration.ofSeconds(20));
    }
}
