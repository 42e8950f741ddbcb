package lockstep.listing.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Stands where evidence-service stands, which is another process: knows every exhibit that a test registers, and refuses
 * the pairs that a test names. The real one is met in {@code deploy/e2e}.
 */
public class EvidenceStandIn implements QuarkusTestResourceLifecycleManager {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Shared over class loaders: Quarkus loads this class more than once. */
    private static final String EXHIBITS = "lockstep.test.exhibits";

    private static final String LOOKUPS = "lockstep.test.lookups";

    private static final String EVENTS = "lockstep.test.evidence-events";

    private static final String REFUSED = "lockstep.test.refused";

    private static final String UNQUOTABLE = "lockstep.test.unquotable";

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        System.setProperty(EXHIBITS, "[]");
        System.setProperty(REFUSED, "[]");
        System.setProperty(LOOKUPS, "[]");
        System.setProperty(UNQUOTABLE, "[]");
        // The database outlives this stand-in, and with it how far the feed has been read.
        System.getProperties().putIfAbsent(EVENTS, "[]");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        server.createContext("/api/v1/exhibits/lookup", this::lookup);
        server.createContext("/internal/access/refused", this::refused);
        server.createContext("/internal/releases/unquotable", this::unquotable);
        server.createContext("/internal/feed/pull", exchange -> answer(exchange, Map.of("position", Long.MAX_VALUE)));
        server.createContext("/internal/events", this::feed);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
        return Map.of(
                "LOCKSTEP_EVIDENCE_URL",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** An exhibit of the case, held, disclosable, released to the Council. */
    public static UUID exhibit(UUID caseId, String sourceType, String relianceUse, List<String> relTo) {
        UUID id = UUID.randomUUID();
        add(
                EXHIBITS,
                Map.of(
                        "exhibitId",
                        id,
                        "version",
                        1,
                        "caseId",
                        caseId,
                        "title",
                        "Registry extract",
                        "sha256",
                        "ab".repeat(32),
                        "sourceType",
                        sourceType,
                        "originator",
                        relTo.contains("ERC") ? "US-BIS" : "EU-EEAS",
                        "relianceUse",
                        relianceUse,
                        "state",
                        "HELD",
                        "marking",
                        Map.of(
                                "level",
                                relTo.contains("ERC") ? "US:CUI" : "EU:LIMITE",
                                "orcon",
                                false,
                                "relTo",
                                relTo,
                                "tlp",
                                "AMBER",
                                "named",
                                List.of())));
        return id;
    }

    /** Withdrawn by its originator. */
    public static synchronized void withdraw(UUID exhibitId) {
        List<Object> all = list(EXHIBITS);
        System.setProperty(EXHIBITS, "[]");
        for (Object one : all) {
            Map<String, Object> item = new HashMap<>();
            ((Map<?, ?>) one).forEach((field, value) -> item.put(String.valueOf(field), value));
            if (exhibitId.toString().equals(item.get("exhibitId"))) {
                item.put("state", "WITHDRAWN");
            }
            add(EXHIBITS, item);
        }
    }

    /** From now on that agency can't open that exhibit. */
    public static void refuse(String agency, UUID exhibitId) {
        add(REFUSED, Map.of("agency", agency, "exhibitId", exhibitId, "version", 1, "verdict", "NOT_RELEASED_TO"));
    }

    /** From now on no printed text may cite that exhibit: its release was revoked, or there never was one. */
    public static void unquotable(UUID exhibitId) {
        add(UNQUOTABLE, Map.of("exhibitId", exhibitId, "version", 1));
    }

    public static void allQuotable() {
        System.setProperty(UNQUOTABLE, "[]");
    }

    /** Makes every question about quotations fail, as if the service were down. */
    public static void quotationsUnanswered() {
        System.setProperty(UNQUOTABLE, "null");
    }

    /** The same for questions about who can open what. */
    public static void accessUnanswered() {
        System.setProperty(REFUSED, "null");
    }

    /** The same for questions about what is cited. */
    public static void lookupsUnanswered() {
        System.setProperty(LOOKUPS, "null");
    }

    private static boolean unanswered(String question, HttpExchange exchange) throws IOException {
        boolean silent = System.getProperty(question).equals("null");
        if (silent) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        }
        return silent;
    }

    private void refused(HttpExchange exchange) throws IOException {
        if (!unanswered(REFUSED, exchange)) {
            answer(exchange, Map.of("refused", list(REFUSED)));
        }
    }

    private void unquotable(HttpExchange exchange) throws IOException {
        if (unanswered(UNQUOTABLE, exchange)) {
            return;
        }
        List<Object> refused = new ArrayList<>(list(UNQUOTABLE));
        List<String> asked = new ArrayList<>();
        JSON.readTree(exchange.getRequestBody())
                .get("items")
                .forEach(item -> asked.add(item.get("exhibitId").asText()));
        refused.removeIf(item -> !asked.contains(String.valueOf(((Map<?, ?>) item).get("exhibitId"))));
        answer(exchange, Map.of("refused", refused));
    }

    /** Something that evidence-service hands on by its feed. */
    public static void happened(String type, UUID exhibitId, UUID caseId, Map<String, Object> payload) {
        add(
                EVENTS,
                Map.of(
                        "position",
                        list(EVENTS).size() + 1,
                        "eventId",
                        UUID.randomUUID(),
                        "type",
                        type,
                        "schemaVersion",
                        1,
                        "occurredAt",
                        Instant.now().toString(),
                        "aggregateType",
                        "exhibit",
                        "aggregateId",
                        exhibitId,
                        "revision",
                        1,
                        "caseId",
                        caseId,
                        "payload",
                        payload));
    }

    private void feed(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        int after = Integer.parseInt(query.replaceFirst(".*after=([0-9]+).*", "$1"));
        List<Object> all = list(EVENTS);
        answer(exchange, Map.of("events", all.subList(Math.min(after, all.size()), all.size()), "last", all.size()));
    }

    public static void refuseNothing() {
        System.setProperty(REFUSED, "[]");
        System.setProperty(LOOKUPS, "[]");
    }

    private static synchronized void add(String where, Map<String, Object> item) {
        try {
            List<Object> all = new ArrayList<>(list(where));
            all.add(item);
            System.setProperty(where, JSON.writeValueAsString(all));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Object> list(String where) {
        try {
            return List.of(JSON.readValue(System.getProperty(where), Object[].class));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void lookup(HttpExchange exchange) throws IOException {
        if (unanswered(LOOKUPS, exchange)) {
            return;
        }
        JsonNode asked = JSON.readTree(exchange.getRequestBody()).get("items");
        List<Object> found = new ArrayList<>();
        for (Object exhibit : list(EXHIBITS)) {
            String id = ((Map<?, ?>) exhibit).get("exhibitId").toString();
            asked.forEach(item -> {
                if (item.get("exhibitId").asText().equals(id)) {
                    found.add(exhibit);
                }
            });
        }
        answer(exchange, Map.of("items", found));
    }

    private static void answer(HttpExchange exchange, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
