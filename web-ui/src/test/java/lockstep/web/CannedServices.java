package lockstep.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * A small HTTP peer that stands for the two services, which are other processes: it answers with what the contract says
 * ({@code canned-answers.json}), refuses a title {@code refuse-me}, and asks for a stronger login at every vote.
 */
public class CannedServices implements QuarkusTestResourceLifecycleManager {
    /** Which evidence-service refuses to whoever is an auditor and nothing else. */
    private static final List<String> NO_AUDITORS = List.of("release-requests", "exhibits/ID/versions/1/readers");

    private static final long STREAM_LASTS = 5_000;

    private HttpServer server;
    private EmbeddedPostgres postgres;
    private JsonNode answers;

    @Override
    public Map<String, String> start() {
        try (InputStream file = CannedServices.class.getResourceAsStream("/canned-answers.json")) {
            answers = new ObjectMapper().readTree(file);
            postgres = EmbeddedPostgres.builder().start();
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "LOCKSTEP_LISTING_URL", address,
                "LOCKSTEP_EVIDENCE_URL", address,
                "LOCKSTEP_ISSUER", "http://127.0.0.1:1/realms/lockstep",
                "LOCKSTEP_CLIENT_SECRET", "only-for-this-test-and-long-enough",
                "LOCKSTEP_TOKEN_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                "LOCKSTEP_WEB_DB_URL", postgres.getJdbcUrl("postgres", "postgres"),
                "LOCKSTEP_WEB_DB_PASSWORD", "postgres",
                "quarkus.datasource.username", "postgres",
                "quarkus.oidc.tenant-enabled", "false");
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath().replace("/api/v1/", "");
        if (path.equals("me") && tokenOf(exchange).contains("auditor")) {
            path = "me-auditor";
        }
        String template = answers.has(path) ? path : path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
        boolean read = "GET".equals(exchange.getRequestMethod());
        if (template.equals("changes")) {
            stream(exchange);
        } else if (NO_AUDITORS.contains(template) && tokenOf(exchange).contains("auditor")) {
            send(exchange, 403, "{\"type\":\"urn:lockstep:problem:not-permitted\",\"status\":403}");
        } else if (template.equals("rounds/ID/votes")) {
            exchange.getResponseHeaders()
                    .add(
                            "WWW-Authenticate",
                            "Bearer error=\"insufficient_user_authentication\", acr_values=\"level-2\"");
            send(exchange, 401, "{\"type\":\"urn:lockstep:problem:stronger-login-needed\",\"status\":401}");
        } else if (!read && new String(sent, StandardCharsets.UTF_8).contains("refuse-me")) {
            send(
                    exchange,
                    422,
                    "{\"type\":\"urn:lockstep:problem:invalid-input\",\"status\":422,\"errors\":[{\"pointer\":\"/title\",\"reason\":\"too-long\"}]}");
        } else if (!read && new String(sent, StandardCharsets.UTF_8).contains("1999-01-02")) {
            send(
                    exchange,
                    422,
                    "{\"type\":\"urn:lockstep:problem:entry-incomplete\",\"status\":422,\"errors\":[{\"pointer\":\"/inForce\","
                            + "\"reason\":\"before-decision\",\"detail\":\"It can't be in force before 2026-11-20, when it was"
                            + " decided.\"}]}");
        } else if (answers.hasNonNull(template)) {
            send(
                    exchange,
                    answers.get(template).path("status").asInt(200),
                    answers.get(template).toString());
        } else if (!read && answers.has(template + "/ID")) {
            send(exchange, 201, answers.get(template + "/ID").toString());
        } else {
            send(exchange, 404, "{\"type\":\"urn:lockstep:problem:not-found\",\"status\":404}");
        }
    }

    private static String tokenOf(HttpExchange exchange) {
        String[] parts = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .split("\\.");
        return parts.length < 2 ? "" : new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    }

    /** One event, and then nothing until whoever listens has gone. */
    private static void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        String since = exchange.getRequestURI().getQuery();
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        try (exchange) {
            exchange.getResponseBody()
                    .write(("event: opened\ndata: {\"asked\":\"" + since + "\",\"bearer\":"
                                    + token.startsWith("Bearer ") + "}\n\n")
                            .getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            Thread.sleep(STREAM_LASTS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.stop(0);
            }
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
