package lockstep.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of the three Quarkus services, run from its build with what a production start would also give it. */
final class Service {
    private static final List<String> MAIL = List.of(
            "LOCKSTEP_SMTP_HOST",
            "LOCKSTEP_SMTP_PORT",
            "LOCKSTEP_SMTP_USER",
            "LOCKSTEP_SMTP_PASSWORD",
            "LOCKSTEP_SMTP_IMPLICIT_TLS",
            "LOCKSTEP_MAIL_FROM");
    private static final List<String> SCANNER = List.of("LOCKSTEP_CLAMD", "LOCKSTEP_CLAMD_LIMIT");

    private final Part part;
    private final Options options;
    private final Secrets secrets;
    private final URI issuer;
    private final StartMemory memory;
    private final int port;

    Service(Part part, Options options, Secrets secrets, URI issuer, StartMemory memory) {
        this(part, options, secrets, issuer, memory, options.ports().of(part));
    }

    /** {@code port}: its own, where it runs beside another process of the same service. */
    Service(Part part, Options options, Secrets secrets, URI issuer, StartMemory memory, int port) {
        this.port = port;
        this.part = part;
        this.options = options;
        this.secrets = secrets;
        this.issuer = issuer;
        this.memory = memory;
    }

    /** Starts it; {@link #await} waits for it. */
    Child start() {
        Path runner = options.checkout().runner(part);
        if (!Files.exists(runner)) {
            throw new CannotStart(part.label() + " is not built: " + runner + " is missing");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(memory.options());
        if (options.pace() == Pace.BRIEF || memory.learns()) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        if (part == Part.EVIDENCE) {
            // Uploads are digested by the JDK's SHA-256, whose state is saved (JdkSha256); several times as slow
            // without.
            command.add("--add-opens=java.base/sun.security.provider=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xms96m",
                "-Xmn48m",
                "-Xmx256m",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                runner.toString()));
        return Child.start(part.label(), command, environment(), log());
    }

    void await(Child child) {
        // The pages are ready only with the sample, which is loaded once the services run.
        URI health = own().resolve(part == Part.WEB ? "/q/health/live" : "/q/health/ready");
        Waiting.until(child, part.label(), Waiting.LONG, () -> Http.ready(health));
    }

    void awaitReady(Child child) {
        Waiting.until(child, part.label(), Waiting.LONG, () -> Http.ready(own().resolve("/q/health/ready")));
    }

    private Path log() {
        boolean beside = port != options.ports().of(part);
        return options.data().resolve("logs").resolve(part.label() + (beside ? "-" + port : "") + ".log");
    }

    URI own() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private URI url(Part other) {
        return options.ports().url(other);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "QUARKUS_PROFILE", "local",
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", port + "",
                "LOCKSTEP_ISSUER", issuer.toString(),
                "LOCKSTEP_CLIENT_SECRET", secrets.of("client-" + part.label()),
                "LOCKSTEP_LISTING_URL", url(Part.LISTING).toString(),
                "LOCKSTEP_EVIDENCE_URL", url(Part.EVIDENCE).toString(),
                "LOCKSTEP_CLOCK_OFFSET", options.clockOffset()));
        switch (part) {
            case LISTING -> {
                database(environment, "listing");
                environment.put("LOCKSTEP_PAGES_URL", url(Part.WEB).toString());
                given(environment, MAIL);
            }
            case EVIDENCE -> {
                database(environment, "evidence");
                Path data = options.data();
                environment.put(
                        "LOCKSTEP_BLOBS_DIR",
                        PrivateFiles.directory(data.resolve("blobs")).toString());
                environment.put(
                        "LOCKSTEP_KEK_FILE",
                        new Keyset(ChangeKeys.inside(data)).made().toString());
                given(environment, SCANNER);
            }
            default -> {
                if (!options.empty()) {
                    environment.put(
                            "LOCKSTEP_SAMPLE_MARK",
                            FirstStart.sampleMark(options.data()).toString());
                }
                environment.put("LOCKSTEP_WEB_DB_URL", jdbc("web"));
                environment.put("LOCKSTEP_WEB_DB_PASSWORD", secrets.of("web_app"));
                environment.put("LOCKSTEP_TOKEN_KEY", secrets.key("web-token-key"));
            }
        }
        return environment;
    }

    /** A server of whoever tries it; without one no mails are sent, and nothing is scanned. */
    private static void given(Map<String, String> environment, List<String> names) {
        for (String name : names) {
            String value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
    }

    private void database(Map<String, String> environment, String name) {
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", jdbc(name));
        environment.put("LOCKSTEP_DB_APP_PASSWORD", secrets.of(name + "_app"));
        environment.put("LOCKSTEP_DB_OWNER_PASSWORD", secrets.of(name + "_owner"));
    }

    private String jdbc(String database) {
        return "jdbc:postgresql://127.0.0.1:" + options.ports().of(Part.POSTGRES) + "/" + database;
    }
}
