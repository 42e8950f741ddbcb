package lockstep.listing.reliance.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import lockstep.kit.web.Internal;
import lockstep.listing.reliance.Reliances;
import lockstep.listing.reliance.Reliances.Reliance;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What evidence-service asks in its own name, and its caller is told no more of than whether it is in the way. */
@Internal
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalRelianceResource {
    private static final String JOB = "reliance";

    private final Reliances reliances;

    InternalRelianceResource(Reliances reliances) {
        this.reliances = reliances;
    }

    /** Which exhibit, and in which case it is. */
    public record Question(UUID exhibitId, UUID caseId) {}

    @POST
    @Path("exhibits/reliance")
    @RolesAllowed(Internal.ROLE)
    @Operation(hidden = true)
    public Reliance reliance(Question asked) {
        Set<UUID> claims = new HashSet<>(Set.of(asked.caseId()));
        claims.addAll(Acting.as(new SystemActor(JOB, claims), () -> reliances.packages(asked.caseId())));
        return Acting.as(new SystemActor(JOB, claims), () -> reliances.on(asked.exhibitId(), asked.caseId()));
    }
}
