package lockstep.listing.change.web;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import lockstep.auth.Actor;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.ProblemException;
import lockstep.kit.web.Moments;
import lockstep.listing.change.Arrivals;
import lockstep.listing.change.Change;
import lockstep.listing.change.ChangeQueries;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;

/** Server-sent events: that something has changed which the reader may see, with ids and nothing else. */
@Path("/api/v1/changes")
@RunOnVirtualThread
public class ChangeResource {
    private static final Logger LOG = Logger.getLogger(ChangeResource.class);
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final long PATIENCE = 10;
    /** Tokens are judged by the machine's time, whatever a trial's clock says. */
    private static final InstantSource MACHINE = InstantSource.system();

    private final ChangeQueries changes;
    private final Arrivals arrivals;
    private final Streams streams;
    private final Acting acting;
    private final SecurityIdentity identity;
    private final RoutingContext request;
    private final InstantSource clock;

    ChangeResource(
            ChangeQueries changes,
            Arrivals arrivals,
            Streams streams,
            Acting acting,
            SecurityIdentity identity,
            RoutingContext request,
            InstantSource clock) {
        this.changes = changes;
        this.arrivals = arrivals;
        this.streams = streams;
        this.acting = acting;
        this.identity = identity;
        this.request = request;
        this.clock = clock;
    }

    /** {@code at}: the service's time when the stream was opened, to be given as {@code since} by whoever comes back. */
    record Opened(Instant at) {}

    /**
     * Events {@code opened}, {@code changed} and, every 15 seconds, {@code beat}; ends with the token.
     *
     * @param since an RFC 3339 time from which on changes are told; without it and without Last-Event-ID, from now
     */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed("**")
    @APIResponse(
            responseCode = "200",
            description = "Events, until the token ends",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = Change.class)))
    public void changes(
            @QueryParam("since") String since,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) String last,
            @Context SseEventSink sink,
            @Context Sse sse) {
        Actor actor = acting.actor();
        long from = start(since, last, arrivals.look());
        Instant end = end();
        AtomicBoolean gone = new AtomicBoolean();
        request.addEndHandler(_ -> {
            gone.set(true);
            arrivals.wake();
        });
        streams.take(actor.sub());
        try (sink) {
            // the request is over for its container as soon as its reader has gone
            Acting.asActor(actor, () -> {
                stream(actor, from, end, gone::get, sink, sse);
                return null;
            });
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unreachable) {
            LOG.warnf("a stream of changes has ended: %s", unreachable.getMessage());
        } finally {
            streams.give(actor.sub());
        }
    }

    private void stream(Actor actor, long from, Instant end, BooleanSupplier gone, SseEventSink sink, Sse sse)
            throws InterruptedException {
        long seen = from;
        boolean heard = send(sink, event(sse, "opened", null, new Opened(clock.instant())));
        while (heard
                && !gone.getAsBoolean()
                && !arrivals.ending()
                && MACHINE.instant().isBefore(end)) {
            long reached = arrivals.beyond(seen, shorter(BEAT, Duration.between(MACHINE.instant(), end)), gone);
            if (reached == seen) {
                heard = send(sink, event(sse, "beat", null, new Opened(clock.instant())));
                continue;
            }
            ChangeQueries.Stretch stretch = changes.between(actor, seen, reached);
            seen = stretch.upTo();
            Change change = stretch.change();
            heard = change == null
                    || send(sink, event(sse, "changed", change.id().toString(), change));
        }
    }

    private long start(String since, String last, long reached) {
        try {
            if (last != null && !last.isBlank()) {
                return changes.after(UUID.fromString(last)).orElse(reached);
            }
            return since == null || since.isBlank()
                    ? reached
                    : changes.before(Moments.parse(since)).orElse(reached);
        } catch (DateTimeParseException | IllegalArgumentException malformed) {
            throw new ProblemException(400, "bad-parameter", "Give a time as RFC 3339, and an id that a stream gave.");
        }
    }

    private Instant end() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : MACHINE.instant();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static OutboundSseEvent event(Sse sse, String name, String id, Object data) {
        OutboundSseEvent.Builder event = sse.newEventBuilder().name(name).mediaType(MediaType.APPLICATION_JSON_TYPE);
        return (id == null ? event : event.id(id)).data(data.getClass(), data).build();
    }

    /** False if nobody listens any more; whoever doesn't take it in time is let go and comes back. */
    private static boolean send(SseEventSink sink, OutboundSseEvent event) throws InterruptedException {
        try {
            sink.send(event).toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | IllegalStateException gone) {
            return false;
        }
    }
}
