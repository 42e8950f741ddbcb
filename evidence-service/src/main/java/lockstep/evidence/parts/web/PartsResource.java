package lockstep.evidence.parts.web;

import static lockstep.evidence.access.Roles.ANALYST;
import static lockstep.evidence.access.Roles.AUDITOR;
import static lockstep.evidence.access.Roles.CHAIR;
import static lockstep.evidence.access.Roles.LEGAL;
import static lockstep.evidence.access.Roles.PUBLISHER;
import static lockstep.evidence.access.Roles.REGISTRAR;
import static lockstep.evidence.access.Roles.RELEASE_OFFICER;
import static lockstep.evidence.access.Roles.REVIEWER;
import static lockstep.evidence.access.Roles.SECRETARIAT;
import static lockstep.evidence.access.Roles.SUBMITTER;
import static lockstep.evidence.access.Roles.VOTER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.LookAgain;
import lockstep.evidence.parts.OpenIntoParts;
import lockstep.evidence.parts.PartsView;
import lockstep.kit.acting.Acting;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Containers opened into their parts; how far that is and what failed is told by the batch. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
    ANALYST,
    SUBMITTER,
    REVIEWER,
    LEGAL,
    VOTER,
    CHAIR,
    RELEASE_OFFICER,
    SECRETARIAT,
    PUBLISHER,
    REGISTRAR,
    AUDITOR
})
public class PartsResource {
    private final Acting acting;
    private final LookAgain lookAgain;
    private final OpenIntoParts opening;
    private final Idempotency idempotency;

    PartsResource(Acting acting, LookAgain lookAgain, OpenIntoParts opening, Idempotency idempotency) {
        this.acting = acting;
        this.lookAgain = lookAgain;
        this.opening = opening;
        this.idempotency = idempotency;
    }

    /** The batch whose files are the parts. */
    public record Asked(UUID batchId) {}

    @POST
    @Path("exhibits/{id}/versions/{v}/parts")
    @RolesAllowed(ANALYST)
    @APIResponseSchema(value = Asked.class, responseCode = "201", responseDescription = "To be opened")
    public RestResponse<Asked> open(
            @PathParam("id") UUID id, @PathParam("v") int version, @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = acting.actor();
        Asked asked = lookAgain.ifNotFound(() -> idempotency.once(
                key,
                "POST /exhibits/" + id + "/versions/" + version + "/parts",
                null,
                Asked.class,
                () -> new Asked(opening.ask(id, version, by))));
        return Answers.created("/api/v1/batches/" + asked.batchId(), asked);
    }

    @GET
    @Path("exhibits/{id}/versions/{v}/parts")
    public PartsView view(@PathParam("id") UUID id, @PathParam("v") int version) {
        Actor reader = acting.actor();
        return lookAgain.ifNotFound(() -> opening.view(id, version, reader));
    }
}
