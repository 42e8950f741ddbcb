package lockstep.evidence.custody.web;

import static lockstep.evidence.access.Roles.AUDITOR;
import static lockstep.evidence.access.Roles.REGISTRAR;
import static lockstep.evidence.access.Roles.RELEASE_OFFICER;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.custody.HistoryItem;
import lockstep.evidence.custody.TraceCopy;
import lockstep.evidence.intake.web.UnreadBody;
import lockstep.kit.acting.Acting;

/** Whose copy a leaked PDF was. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({RELEASE_OFFICER, REGISTRAR, AUDITOR})
public class TraceResource {
    private final TraceCopy tracing;
    private final Acting acting;
    private final CurrentVertxRequest request;

    TraceResource(TraceCopy tracing, Acting acting, CurrentVertxRequest request) {
        this.tracing = tracing;
        this.acting = acting;
        this.request = request;
    }

    /** The download that a copy came of, as it stands in the exhibit's custody. */
    public record Found(UUID copy, HistoryItem opened) {}

    /**
     * What a file tells.
     *
     * @param marks how many copies it names, whoever's they are
     * @param items those of exhibits whose readers the asker may know
     */
    public record Traces(int marks, List<Found> items) {}

    /** Sent raw; nothing of it is kept. */
    @POST
    @Path("traces")
    @Consumes(MediaType.WILDCARD)
    public Traces trace(InputStream leaked) {
        Actor by = acting.actor();
        try {
            Set<UUID> marks = tracing.marksIn(leaked == null ? InputStream.nullInputStream() : leaked);
            List<TraceCopy.Traced> traced = tracing.trace(marks, by);
            traced.forEach(tracing::journalled);
            return new Traces(
                    marks.size(),
                    traced.stream()
                            .map(one -> new Found(one.copy(), one.row().item()))
                            .toList());
        } catch (RuntimeException refused) {
            UnreadBody.drop(request.getCurrent());
            throw refused;
        }
    }
}
