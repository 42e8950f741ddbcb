package lockstep.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Stands where listing-service stands, over HTTP: hands on the events that tests post to it. */
public class ListingStandIn implements QuarkusTestResourceLifecycleManager {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<ObjectNode> events = new CopyOnWriteArrayList<>();
    private final Map<String, ObjectNode> resting = new ConcurrentHashMap<>();

    /** Behind the positions of a stand-in before it, whose last one the database may still know. */
    private final long before = System.currentTimeMillis();

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/internal/events", this::feed);
        server.createContext("/internal/programmes", this::programmes);
        server.createContext("/happened", this::happened);
        server.createContext("/internal/exhibits/reliance", this::reliance);
        server.createContext("/rests", this::rests);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
        return Map.of(
                "LOCKSTEP_LISTING_URL",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private synchronized void happened(HttpExchange exchange) throws IOException {
        ObjectNode event = (ObjectNode) JSON.readTree(exchange.getRequestBody());
        event.put("position", before + events.size() + 1L);
        events.add(event);
        answer(exchange, event);
    }

    private void rests(HttpExchange exchange) throws IOException {
        ObjectNode told = (ObjectNode) JSON.readTree(exchange.getRequestBody());
        resting.put(told.remove("exhibitId").textValue(), told);
        answer(exchange, told);
    }

    private void reliance(HttpExchange exchange) throws IOException {
        String asked = JSON.readTree(exchange.getRequestBody()).get("exhibitId").textValue();
        answer(exchange, resting.getOrDefault(asked, JSON.createObjectNode().put("live", false)));
    }

    /** One of them is of no side's law that evidence-service knows. */
    private void programmes(HttpExchange exchange) throws IOException {
        ObjectNode known = JSON.createObjectNode();
        known.putArray("codes").add("EU-833-IV").add("US-BIS-EL").add("XX-NEW");
        answer(exchange, known);
    }

    private void feed(HttpExchange exchange) throws IOException {
        Map<String, String> asked = Arrays.stream(
                        exchange.getRequestURI().getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        int limit = Integer.parseInt(asked.get("limit"));
        ObjectNode page = JSON.createObjectNode();
        ArrayNode given = page.putArray("events");
        long after = Long.parseLong(asked.get("after"));
        events.stream()
                .filter(event -> event.get("position").longValue() > after)
                .limit(limit)
                .forEach(given::add);
        page.put(
                "last",
                given.isEmpty()
                        ? after
                        : given.get(given.size() - 1).get("position").longValue());
        answer(exchange, page);
    }

    private static void answer(HttpExchange exchange, ObjectNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
