package lockstep.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import lockstep.auth.Clearance;
import lockstep.auth.Role;
import lockstep.kit.testing.TestTokens;
import org.eclipse.microprofile.config.ConfigProvider;

/** Speaks tus as one person does, header by header. */
public final class Uploading {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestTokens person;

    private Uploading(TestTokens person) {
        this.person = person;
    }

    public static Uploading as(TestTokens person) {
        return new Uploading(person);
    }

    public static TestTokens eeas() {
        return TestTokens.person("eeas-analyst", "EU-EEAS", Role.ANALYST).clearance(Clearance.RESTRICTED);
    }

    public static Uploading eeasAnalyst() {
        return as(eeas());
    }

    public UUID batch(UUID caseId, Object... changes) {
        Map<String, Object> said = Exhibiting.description("title", "A seized drive", "mediaType", null);
        for (int n = 0; n < changes.length; n += 2) {
            said.put((String) changes[n], changes[n + 1]);
        }
        return UUID.fromString(People.as(person)
                .contentType(ContentType.JSON)
                .body(said)
                .post("/api/v1/cases/{id}/batches", caseId)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    public HttpResponse<String> creating(UUID batch, long length, String metadata) {
        return send(
                "POST",
                "/api/v1/batches/" + batch + "/uploads",
                new byte[0],
                "Upload-Length",
                "" + length,
                "Upload-Metadata",
                metadata);
    }

    /** All bytes with the announcement, in one request. */
    public HttpResponse<String> whole(UUID batch, String name, byte[] content, String... headers) {
        String[] all = new String[headers.length + 6];
        all[0] = "Upload-Length";
        all[1] = "" + content.length;
        all[2] = "Upload-Metadata";
        all[3] = metadata("filename", name);
        all[4] = "Content-Type";
        all[5] = "application/offset+octet-stream";
        System.arraycopy(headers, 0, all, 6, headers.length);
        return send("POST", "/api/v1/batches/" + batch + "/uploads", content, all);
    }

    public UUID created(UUID batch, long length, String name) {
        HttpResponse<String> answer = creating(batch, length, metadata("filename", name));
        assertEquals(201, answer.statusCode(), answer.body());
        return id(answer);
    }

    public HttpResponse<String> patch(UUID upload, long offset, byte[] bytes, String... headers) {
        String[] all = new String[headers.length + 4];
        all[0] = "Upload-Offset";
        all[1] = "" + offset;
        all[2] = "Content-Type";
        all[3] = "application/offset+octet-stream";
        System.arraycopy(headers, 0, all, 4, headers.length);
        return send("PATCH", "/api/v1/uploads/" + upload, bytes, all);
    }

    public HttpResponse<String> head(UUID upload) {
        return send("HEAD", "/api/v1/uploads/" + upload, new byte[0]);
    }

    public long offset(UUID upload) {
        HttpResponse<String> answer = head(upload);
        assertEquals(200, answer.statusCode());
        return Long.parseLong(answer.headers().firstValue("Upload-Offset").orElseThrow());
    }

    public HttpResponse<String> delete(UUID upload) {
        return send("DELETE", "/api/v1/uploads/" + upload, new byte[0]);
    }

    /** The whole file in one request, as an exhibit. */
    public UUID brought(UUID batch, String name, byte[] content) {
        UUID upload = created(batch, content.length, name);
        HttpResponse<String> answer = patch(upload, 0, content);
        assertEquals(204, answer.statusCode(), answer.body());
        return exhibit(batch, upload);
    }

    public UUID exhibit(UUID batch, UUID upload) {
        return UUID.fromString(People.as(person)
                .get("/api/v1/batches/{id}/uploads?limit=200", batch)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.id == '" + upload + "' }.exhibitId"));
    }

    public HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service().resolve(path))
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Authorization", "Bearer " + person.token())
                .header("Tus-Resumable", "1.0.0");
        for (int n = 0; n < headers.length; n += 2) {
            request.setHeader(headers[n], headers[n + 1]);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public static URI service() {
        return URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
    }

    public static UUID id(HttpResponse<String> created) {
        String address = created.headers().firstValue("Location").orElseThrow();
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    public static void refused(int status, String reason, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        try {
            assertEquals(
                    "urn:lockstep:problem:" + reason,
                    JSON.readTree(answer.body()).path("type").textValue());
        } catch (JsonProcessingException noProblem) {
            throw new AssertionError(answer.body(), noProblem);
        }
    }

    public static String metadata(String... keysAndValues) {
        StringBuilder header = new StringBuilder();
        for (int n = 0; n < keysAndValues.length; n += 2) {
            header.append(n == 0 ? "" : ",").append(keysAndValues[n]).append(' ');
            header.append(Base64.getEncoder().encodeToString(keysAndValues[n + 1].getBytes(StandardCharsets.UTF_8)));
        }
        return header.toString();
    }

    public static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(System.nanoTime()).nextBytes(content);
        return content;
    }

    public static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    public static String sha256(byte[] content) {
        return HexFormat.of().formatHex(digest(content));
    }
}
