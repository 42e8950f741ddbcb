package lockstep.e2e.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import lockstep.e2e.client.Api;
import lockstep.e2e.client.Caller;
import lockstep.e2e.client.Json;

/**
 * Sends a folder of small files to a batch by tus, each with its announcement in one request, several at once. While the
 * service is away it waits; what became of a file whose answer did not come is asked of the batch, and then it is gone on
 * with or sent again.
 */
public final class SentFolder {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** A login that has run out, another request that still sends, or too much at once. */
    private static final Set<Integer> LATER = Set.of(401, 409, 423, 429);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String BYTES = "application/offset+octet-stream";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final Map<String, String> failed = new ConcurrentHashMap<>();
    private final AtomicInteger ended = new AtomicInteger();
    private final URI service;
    private final Api api;
    private final String account;
    private final String batch;
    private final Folder folder;

    public SentFolder(URI service, Api api, String account, String batch, Folder folder) {
        this.service = service;
        this.api = api;
        this.account = account;
        this.batch = batch;
        this.folder = folder;
    }

    /** Files that follow from their number. */
    public interface Folder {
        int files();

        String path(int number);

        byte[] content(int number);
    }

    /** Until each file is in or has failed. */
    public void send(int atOnce) {
        List<Integer> unsure = each(IntStream.range(0, folder.files()).boxed().toList(), atOnce, this::announce);
        Instant giveUp = Instant.now().plus(PATIENCE);
        while (!unsure.isEmpty()) {
            if (Instant.now().isAfter(giveUp)) {
                throw new IllegalStateException("neither in nor failed: " + unsure);
            }
            Map<String, JsonNode> come = come();
            unsure = each(unsure, atOnce, number -> goOn(number, come.get(folder.path(number))));
        }
    }

    /** How many files are in or have failed. */
    public int ended() {
        return ended.get();
    }

    /** Those that have failed, by their paths, with the reason. */
    public Map<String, String> failed() {
        return Map.copyOf(failed);
    }

    private interface Sending {
        /** Whether it is known now what became of it. */
        boolean send(int number) throws IOException;
    }

    /** Those of which it isn't known what became of them. */
    private List<Integer> each(List<Integer> numbers, int atOnce, Sending sending) {
        Queue<Integer> left = new ConcurrentLinkedQueue<>(numbers);
        Queue<Integer> unsure = new ConcurrentLinkedQueue<>();
        try (var lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int lane = 0; lane < atOnce; lane++) {
                lanes.submit(() -> {
                    for (Integer number = left.poll(); number != null; number = left.poll()) {
                        if (!sent(number, sending)) {
                            unsure.add(number);
                            awaitService();
                        }
                    }
                });
            }
        }
        return List.copyOf(unsure);
    }

    private static boolean sent(int number, Sending sending) {
        try {
            return sending.send(number);
        } catch (IOException away) {
            return false;
        }
    }

    private boolean told(int number, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status / 100 == 2 && offset(answer) == folder.content(number).length) {
            ended.incrementAndGet();
            return true;
        }
        return status / 100 == 4
                && !LATER.contains(status)
                && failed(number, Json.parse(answer.body()).path("type").asText());
    }

    private boolean failed(int number, String reason) {
        failed.put(folder.path(number), reason);
        ended.incrementAndGet();
        return true;
    }

    private static long offset(HttpResponse<?> answer) {
        return answer.headers().firstValueAsLong("Upload-Offset").orElse(-1);
    }

    private boolean announce(int number) throws IOException {
        byte[] content = folder.content(number);
        String path = folder.path(number);
        return told(
                number,
                send(request("/api/v1/batches/" + batch + "/uploads")
                        .header("Upload-Length", content.length + "")
                        .header(
                                "Upload-Metadata",
                                "filename " + base64(path.substring(path.lastIndexOf('/') + 1)) + ",relativePath "
                                        + base64(path))
                        .header("Content-Type", BYTES)
                        .POST(BodyPublishers.ofByteArray(content))));
    }

    /** What the batch tells of it, if anything, says where. */
    private boolean goOn(int number, JsonNode upload) throws IOException {
        if (upload == null) {
            return announce(number);
        }
        if ("FAILED".equals(upload.path("state").asText())) {
            return failed(number, upload.path("reason").asText());
        }
        HttpRequest.Builder one = request("/api/v1/uploads/" + upload.path("id").asText());
        HttpResponse<String> head = send(one.copy().method("HEAD", BodyPublishers.noBody()));
        byte[] content = folder.content(number);
        int offset = (int) offset(head);
        if (offset < 0 || "ACCEPTED".equals(upload.path("state").asText())) {
            return told(number, head);
        }
        return told(
                number,
                send(one.header("Upload-Offset", offset + "")
                        .header("Content-Type", BYTES)
                        .method(
                                "PATCH",
                                BodyPublishers.ofByteArray(Arrays.copyOfRange(content, offset, content.length)))));
    }

    /** All that the batch knows, by path. */
    private Map<String, JsonNode> come() {
        Map<String, JsonNode> come = new HashMap<>();
        Caller asking = api.evidence(account);
        String next = "/batches/" + batch + "/uploads?limit=200";
        while (next != null) {
            JsonNode page = asking.get(next);
            Json.items(page.path("items"))
                    .forEach(one -> come.put(one.path("relativePath").asText(), one));
            String cursor = page.path("next").asText(null);
            next = cursor == null ? null : "/batches/" + batch + "/uploads?limit=200&cursor=" + cursor;
        }
        return come;
    }

    private void awaitService() {
        Instant giveUp = Instant.now().plus(PATIENCE);
        boolean ready = false;
        while (!ready && Instant.now().isBefore(giveUp)) {
            try {
                Thread.sleep(PAUSE);
                HttpRequest asked = HttpRequest.newBuilder(service.resolve("/q/health/ready"))
                        .build();
                ready = client.send(asked, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException away) {
                ready = false;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + api.tokens().of(account, 2))
                .header("Tus-Resumable", "1.0.0");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
