package lockstep.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One person at one service. What can be sent twice without harm (a GET, a PUT, a POST with its key) is repeated while
 * the service is away; everything else is sent once.
 */
public final class Caller {
    private static final Map<String, String> NOTHING = Map.of();

    private final HttpClient client;
    private final URI service;
    private final Tokens tokens;
    private final String account;
    private final int level;
    private final Duration patience;

    Caller(HttpClient client, URI service, Tokens tokens, String account, int level, Duration patience) {
        this.client = client;
        this.service = service;
        this.tokens = tokens;
        this.account = account;
        this.level = level;
        this.patience = patience;
    }

    public Caller atLevel(int other) {
        return new Caller(client, service, tokens, account, other, patience);
    }

    public String account() {
        return account;
    }

    public JsonNode get(String path) {
        return required("GET", path, BodyPublishers.noBody(), NOTHING).json();
    }

    /** Creates or acts; {@code key} makes a repetition the same act. */
    public JsonNode post(String path, Object body, String key) {
        return required("POST", path, json(body), Map.of("Content-Type", "application/json", "Idempotency-Key", key))
                .json();
    }

    public JsonNode put(String path, Object body, String etag) {
        return required("PUT", path, json(body), Map.of("Content-Type", "application/json", "If-Match", etag))
                .json();
    }

    public JsonNode upload(String path, byte[] bytes, String mediaType) {
        return required("PUT", path, BodyPublishers.ofByteArray(bytes), Map.of("Content-Type", mediaType))
                .json();
    }

    /** Sends once, as told, and gives the answer whatever it is. */
    public Answer send(String method, String path, Object body) {
        return send(method, path, body, NOTHING);
    }

    /** As {@link #send(String, String, Object)}; a text is sent as it stands. */
    public Answer send(String method, String path, Object body, Map<String, String> headers) {
        BodyPublisher content = body == null
                ? BodyPublishers.noBody()
                : body instanceof String text ? BodyPublishers.ofString(text) : json(body);
        HttpRequest.Builder request = request(method, path, content);
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        if (!headers.containsKey("Authorization")) {
            request.header("Authorization", "Bearer " + tokens.of(account, level));
        }
        try {
            return once(request.build());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Answer required(String method, String path, BodyPublisher content, Map<String, String> headers) {
        Instant giveUp = Instant.now().plus(patience);
        boolean renewed = false;
        for (int attempt = 1; ; attempt++) {
            String token = tokens.of(account, level);
            HttpRequest.Builder request = request(method, path, content).header("Authorization", "Bearer " + token);
            headers.forEach(request::header);
            Answer answer = null;
            try {
                answer = once(request.build());
            } catch (IOException away) {
                if (Instant.now().isAfter(giveUp)) {
                    throw new UncheckedIOException(method + " " + path + " as " + account, away);
                }
            }
            if (answer != null && answer.ok()) {
                return answer;
            }
            if (answer != null && answer.status() == 401 && !renewed) {
                renewed = true;
                tokens.drop(account, level, token);
            } else if (answer != null && (answer.status() < 500 || Instant.now().isAfter(giveUp))) {
                throw new Refused(method + " " + path + " as " + account, answer);
            } else {
                pause(Duration.ofMillis(Math.min(2_000, 100L << Math.min(attempt, 5))));
            }
        }
    }

    private HttpRequest.Builder request(String method, String path, BodyPublisher content) {
        String prefix = path.startsWith("/internal/") || path.startsWith("/q/") ? "" : "/api/v1";
        return HttpRequest.newBuilder(service.resolve(prefix + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, content);
    }

    private Answer once(HttpRequest request) throws IOException {
        try {
            return Answer.of(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(Json.text(body));
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
