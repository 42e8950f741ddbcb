package lockstep.evidence.custody.web;

import static lockstep.evidence.access.Roles.REGISTRAR;
import static lockstep.evidence.access.Roles.RELEASE_OFFICER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.custody.OverrideScan;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitView;
import lockstep.evidence.exhibit.FindExhibits;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Level2;

/** Lets content be opened that could not be scanned, by two persons of its originator. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({RELEASE_OFFICER, REGISTRAR})
public class ScanResource {
    private final OverrideScan overriding;
    private final FindExhibits find;
    private final Idempotency idempotency;
    private final Acting acting;

    ScanResource(OverrideScan overriding, FindExhibits find, Idempotency idempotency, Acting acting) {
        this.overriding = overriding;
        this.find = find;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    /** Why it is safe to open it all the same. */
    public record Why(String reason) {}

    @POST
    @Path("exhibits/{id}/versions/{v}/scan-override")
    @Level2
    public ExhibitView propose(
            @PathParam("id") UUID id,
            @PathParam("v") int version,
            Why body,
            @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks().text("/reason", body.reason(), 1000).pass();
        Actor by = acting.actor();
        idempotency.once(
                key,
                "POST /exhibits/" + id + "/versions/" + version + "/scan-override",
                body,
                () -> overriding.propose(id, version, body.reason().strip(), by));
        return view(id, by);
    }

    @POST
    @Path("exhibits/{id}/versions/{v}/scan-override/confirm")
    @Level2
    public ExhibitView confirm(
            @PathParam("id") UUID id, @PathParam("v") int version, @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = acting.actor();
        idempotency.once(
                key,
                "POST /exhibits/" + id + "/versions/" + version + "/scan-override/confirm",
                null,
                () -> overriding.confirm(id, version, by));
        return view(id, by);
    }

    private ExhibitView view(UUID id, Actor by) {
        return find.byId(id, by).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
    }
}
