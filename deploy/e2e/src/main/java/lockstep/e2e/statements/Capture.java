package lockstep.e2e.statements;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import lockstep.e2e.replay.Workers;
import lockstep.local.Instance;

/** Looks at what listing-service asks of its database while something is done through its REST interface. */
public final class Capture {
    private static final int TIMES = 40;

    private static final String COUNTED = """
            select s.query, s.calls from pg_stat_statements s join pg_database d on d.oid = s.dbid
              join pg_roles r on r.oid = s.userid where d.datname = 'listing' and r.rolname = 'listing_app'
            """;
    private final Instance instance;

    public Capture(Instance instance) {
        this.instance = instance;
    }

    /**
     * The statements of one such act, from the server's own statistics over many of them, one after the other, less what
     * the service's jobs ask in as long a time.
     */
    public Normalised statistics(Runnable act) {
        try (Connection connection = instance.connect("listing");
                Statement server = connection.createStatement()) {
            server.execute("create extension if not exists pg_stat_statements");
            set(server, "pg_stat_statements.track", "top");
            try {
                act.run();
                server.execute("select pg_stat_statements_reset()");
                long began = System.nanoTime();
                for (int i = 0; i < TIMES; i++) {
                    act.run();
                }
                Map<String, Long> asked = calls(server);
                long took = System.nanoTime() - began;
                server.execute("select pg_stat_statements_reset()");
                Workers.pause(Duration.ofNanos(took));
                Map<String, Long> byJobs = calls(server);
                asked.replaceAll((text, times) -> Math.round((times - byJobs.getOrDefault(text, 0L)) / (double) TIMES));
                return new Normalised(asked);
            } finally {
                reset(server, "pg_stat_statements.track");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Map<String, Long> calls(Statement server) throws SQLException {
        Map<String, Long> calls = new TreeMap<>();
        try (ResultSet rows = server.executeQuery(COUNTED)) {
            while (rows.next()) {
                calls.merge(Normalised.text(rows.getString(1)), rows.getLong(2), Long::sum);
            }
        }
        return calls;
    }

    /**
     * What the server's log says while it is done once: the statements in their order, with their values.
     *
     * @param before done just before, as one vote follows another
     */
    public String log(Runnable before, Runnable act) {
        Path file = instance.options().data().resolve("logs/postgres.log");
        try (Connection connection = instance.connect("listing");
                Statement server = connection.createStatement();
                RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            set(server, "log_statement", "all");
            try {
                before.run();
                log.seek(log.length());
                act.run();
                byte[] told = new byte[(int) (log.length() - log.getFilePointer())];
                log.readFully(told);
                return new String(told, StandardCharsets.UTF_8);
            } finally {
                reset(server, "log_statement");
            }
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void set(Statement server, String name, String value) throws SQLException {
        server.execute("alter system set " + name + " = '" + value + "'");
        server.execute("select pg_reload_conf()");
        // Each server process hears of it and takes it up at its next command.
        Workers.pause(Duration.ofMillis(500));
    }

    private static void reset(Statement server, String name) throws SQLException {
        server.execute("alter system reset " + name);
        server.execute("select pg_reload_conf()");
    }
}
