package lockstep.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The identity provider of an instance: one optimised build for the checkout, data and settings of its own. */
final class Keycloak {
    static final String REALM = "lockstep";
    private final Path home;
    private final Path log;
    private final Ports ports;
    private final Secrets secrets;

    Keycloak(Options options, Secrets secrets) {
        this.home = options.data().resolve("keycloak");
        this.log = options.data().resolve("logs/keycloak.log");
        this.ports = options.ports();
        this.secrets = secrets;
    }

    URI base() {
        return ports.url(Part.KEYCLOAK);
    }

    URI issuer() {
        return base().resolve("/realms/" + REALM);
    }

    /** Starts it; the realm is imported where there is none yet. */
    Child start(Path distribution) {
        layOut(distribution);
        return Child.start("keycloak", command(), environment(), log);
    }

    void await(Child child) {
        Waiting.until(child, "Keycloak", Waiting.LONG, () -> Http.ready(base().resolve("/health/ready")));
        PrivateFiles.write(imported(), "");
    }

    /** A home of its own whose programs are those of the checkout. */
    private void layOut(Path distribution) {
        try (InputStream realm = lockstep.auth.Agencies.class.getResourceAsStream("realm.json")) {
            PrivateFiles.directory(home);
            for (String shared : List.of("lib", "providers", "themes")) {
                Path link = home.resolve(shared);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(shared));
            }
            Files.createDirectories(home.resolve("conf"));
            Files.createDirectories(home.resolve("data/import"));
            Files.write(home.resolve("data/import/realm.json"), realm.readAllBytes());
        } catch (IOException failed) {
            throw new CannotStart("Keycloak's home can't be laid out: " + failed.getMessage(), failed);
        }
    }

    /** Noted once the realm is there: reading its file again would cost every later start some seconds. */
    private Path imported() {
        return home.resolve("realm.imported");
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(KeycloakBuild.java(home));
        // The first compiler alone: it is enough for a few logins, and the start takes a fifth less.
        command.addAll(List.of("-Xms192m", "-Xmn96m", "-Xmx320m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(KeycloakBuild.program(home));
        command.addAll(List.of(
                "--profile=prod",
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.of(Part.KEYCLOAK),
                "--hostname=" + base(),
                "--cache=local",
                "--db-url=jdbc:postgresql://127.0.0.1:" + ports.of(Part.POSTGRES) + "/keycloak",
                "--db-pool-max-size=20",
                "--spi-password-hashing--argon2--iterations=1",
                "--spi-password-hashing--argon2--memory=1024",
                "--log-level=info,io.smallrye.health:warn"));
        if (!Files.exists(imported())) {
            command.add("--import-realm");
        }
        return command;
    }

    /** A placeholder of the realm's file without its variable would be imported as it stands, so all are here. */
    private Map<String, String> environment() {
        return Map.of(
                "WEB_UI_URL", ports.url(Part.WEB).toString(),
                "WEB_UI_SECRET", secrets.of("client-web-ui"),
                "LISTING_SERVICE_SECRET", secrets.of("client-listing-service"),
                "EVIDENCE_SERVICE_SECRET", secrets.of("client-evidence-service"),
                "BROWSER_FLOW", "browser trial",
                "KC_BOOTSTRAP_ADMIN_CLIENT_ID", KeycloakAdmin.CLIENT,
                "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", secrets.of("keycloak-admin"),
                "KC_DB_USERNAME", "keycloak",
                "KC_DB_PASSWORD", secrets.of("keycloak"));
    }
}
