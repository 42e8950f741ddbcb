package lockstep.web.exhibits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import lockstep.web.layout.Reasons;
import lockstep.web.layout.Ui;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Resumable uploads of the pages: what a browser sends goes on to evidence-service as it comes, with the reader's token,
 * which stays here. A refusal is told in the reader's language.
 */
@Path("/")
@RunOnVirtualThread
public class TusResource {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String BYTES = "application/offset+octet-stream";
    private static final List<String> SAID = List.of(
            "Tus-Resumable",
            "Upload-Length",
            "Upload-Metadata",
            "Upload-Offset",
            "Upload-Checksum",
            HttpHeaders.CONTENT_TYPE);
    private static final List<String> TOLD =
            List.of("Tus-Resumable", "Upload-Offset", "Upload-Length", "Upload-Expires", "Upload-Metadata");

    // A refusal in the middle of what is sent ends the connection, which only HTTP/1.1 says
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI service;
    private final SecurityIdentity identity;
    private final ObjectMapper json;
    private final Ui ui;

    TusResource(
            @ConfigProperty(name = "lockstep.evidence.url") URI evidence,
            SecurityIdentity identity,
            ObjectMapper json,
            Ui ui) {
        this.service = evidence;
        this.identity = identity;
        this.json = json;
        this.ui = ui;
    }

    /** Why a file is not taken: the service's word, and the same for people. */
    public record Refused(String reason, String text) {}

    @POST
    @Path("batches/{id}/uploads")
    @Consumes(MediaType.WILDCARD)
    public Response create(@PathParam("id") UUID batch, @Context HttpHeaders headers, InputStream body) {
        return pass("POST", "/api/v1/batches/" + batch + "/uploads", headers, body);
    }

    @HEAD
    @Path("uploads/{id}")
    public Response offset(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        return pass("HEAD", "/api/v1/uploads/" + id, headers, null);
    }

    @PATCH
    @Path("uploads/{id}")
    @Consumes(BYTES)
    public Response send(@PathParam("id") UUID id, @Context HttpHeaders headers, InputStream body) {
        return pass("PATCH", "/api/v1/uploads/" + id, headers, body);
    }

    @DELETE
    @Path("uploads/{id}")
    public Response terminate(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        return pass("DELETE", "/api/v1/uploads/" + id, headers, null);
    }

    private Response pass(String method, String path, HttpHeaders headers, InputStream body) {
        AccessTokenCredential token = identity.getCredential(AccessTokenCredential.class);
        if (token == null) {
            return Response.status(Response.Status.UNAUTHORIZED).build();
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .method(method, publisher(headers, body))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token.getToken());
        SAID.stream()
                .filter(name -> headers.getHeaderString(name) != null)
                .forEach(name -> request.header(name, headers.getHeaderString(name)));
        try {
            return answer(client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException brokenOff) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        }
    }

    private static HttpRequest.BodyPublisher publisher(HttpHeaders headers, InputStream body) {
        int length = headers.getLength();
        return body == null || length <= 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> body), length);
    }

    private Response answer(HttpResponse<InputStream> from) throws IOException {
        try (InputStream body = from.body()) {
            Response.ResponseBuilder to = Response.status(from.statusCode());
            TOLD.forEach(name -> from.headers().firstValue(name).ifPresent(value -> to.header(name, value)));
            from.headers()
                    .firstValue(HttpHeaders.LOCATION)
                    .ifPresent(there ->
                            to.location(URI.create("/uploads/" + there.substring(there.lastIndexOf('/') + 1))));
            byte[] problem = body.readAllBytes();
            if (from.statusCode() >= 400 && problem.length > 0) {
                to.type(MediaType.APPLICATION_JSON).entity(refused(json.readTree(problem)));
            }
            return to.build();
        }
    }

    private Refused refused(JsonNode problem) {
        String type = problem.path("type").asText();
        String reason = type.substring(type.lastIndexOf(':') + 1);
        return new Refused(
                reason,
                Reasons.text(ui.language(), reason, problem.path("detail").textValue()));
    }
}
