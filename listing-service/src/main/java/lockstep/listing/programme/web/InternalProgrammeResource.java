package lockstep.listing.programme.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import lockstep.kit.web.Internal;
import lockstep.listing.programme.Programme;
import lockstep.listing.programme.Programmes;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Which programmes there are, for evidence-service: it lets nothing out for the electorate of one that there isn't. */
@Internal
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalProgrammeResource {
    private final Programmes programmes;

    InternalProgrammeResource(Programmes programmes) {
        this.programmes = programmes;
    }

    /** By their codes. */
    public record Known(List<String> codes) {}

    @GET
    @Path("programmes")
    @RolesAllowed(Internal.ROLE)
    @Operation(hidden = true)
    public Known known() {
        return new Known(programmes.all().stream().map(Programme::code).toList());
    }
}
