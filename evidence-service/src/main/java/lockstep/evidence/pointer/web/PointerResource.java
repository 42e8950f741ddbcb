package lockstep.evidence.pointer.web;

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
import lockstep.evidence.pointer.Pointer;
import lockstep.evidence.pointer.PointerCheck;
import lockstep.evidence.pointer.PointerInput;
import lockstep.evidence.pointer.Pointers;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Records of what is above the ceiling: never with bytes. */
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
public class PointerResource {
    private final PointerCheck check;
    private final Pointers pointers;
    private final LookAgain lookAgain;
    private final Idempotency idempotency;
    private final Acting acting;

    PointerResource(
            PointerCheck check, Pointers pointers, LookAgain lookAgain, Idempotency idempotency, Acting acting) {
        this.check = check;
        this.pointers = pointers;
        this.lookAgain = lookAgain;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    /** The exhibit that stands for it. */
    public record PointerMade(UUID id) {}

    @POST
    @Path("cases/{caseId}/pointers")
    @RolesAllowed(ANALYST)
    @APIResponseSchema(value = PointerMade.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<PointerMade> register(
            @PathParam("caseId") UUID caseId, PointerInput body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        Actor by = acting.actor();
        PointerCheck.Checked checked = check.checked(body, by);
        PointerMade made = lookAgain.ifNotFound(() -> idempotency.once(
                key,
                "POST /cases/" + caseId + "/pointers",
                body,
                PointerMade.class,
                () -> new PointerMade(
                        pointers.register(caseId, checked, by).exhibit().id())));
        return Answers.created("/api/v1/exhibits/" + made.id(), made);
    }

    @GET
    @Path("exhibits/{id}/pointer")
    public Pointer pointer(@PathParam("id") UUID id) {
        Actor reader = acting.actor();
        return lookAgain.ifNotFound(() -> pointers.of(id, reader));
    }
}
