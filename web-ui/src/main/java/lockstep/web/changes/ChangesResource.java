package lockstep.web.changes;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What listing-service tells this reader of changes, as it comes; the token stays here, and the stream ends with it. */
@Path("/changes")
@RunOnVirtualThread
public class ChangesResource {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PIECE = 4096;
    private static final Logger LOG = Logger.getLogger(ChangesResource.class);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI service;
    private final SecurityIdentity identity;
    private final RoutingContext reader;

    ChangesResource(
            @ConfigProperty(name = "lockstep.listing.url") URI listing,
            SecurityIdentity identity,
            RoutingContext reader) {
        this.service = listing.resolve("/api/v1/changes");
        this.identity = identity;
        this.reader = reader;
    }

    @GET
    public Response changes(
            @QueryParam("since") String since, @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) String last)
            throws InterruptedException {
        AccessTokenCredential token = identity.getCredential(AccessTokenCredential.class);
        if (token == null) {
            return Response.status(Response.Status.UNAUTHORIZED).build();
        }
        try {
            HttpResponse<InputStream> from =
                    client.send(request(token, since, last), HttpResponse.BodyHandlers.ofInputStream());
            if (from.statusCode() != Response.Status.OK.getStatusCode()) {
                from.body().close();
                return Response.status(from.statusCode()).build();
            }
            // Nothing may be told for a while, and nobody notices before that a reader has gone: so many open streams
            // are refused.
            reader.addEndHandler(gone -> close(from.body()));
            return Response.ok((StreamingOutput) to -> pass(from.body(), to))
                    .type(MediaType.SERVER_SENT_EVENTS_TYPE)
                    // a proxy in front must not gather what is told as it comes
                    .header("X-Accel-Buffering", "no")
                    .build();
        } catch (IOException unreachable) {
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        }
    }

    private HttpRequest request(AccessTokenCredential token, String since, String last) {
        String query = since == null ? "" : "?since=" + URLEncoder.encode(since, StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + query))
                .timeout(PATIENCE)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token.getToken())
                .header(HttpHeaders.ACCEPT, MediaType.SERVER_SENT_EVENTS);
        return (last == null ? request : request.header(HttpHeaders.LAST_EVENT_ID_HEADER, last)).build();
    }

    /** Each piece at once, until either end goes: whoever still reads asks again from where it was. */
    private static void pass(InputStream from, OutputStream to) {
        byte[] piece = new byte[PIECE];
        try (from) {
            for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
                to.write(piece, 0, read);
                to.flush();
            }
        } catch (IOException gone) {
            LOG.debug("a stream of changes has ended", gone);
        }
    }

    private static void close(InputStream from) {
        try {
            from.close();
        } catch (IOException ended) {
            LOG.debug("a stream of changes had ended", ended);
        }
    }
}
