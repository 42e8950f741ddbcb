package lockstep.kit.sample;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import lockstep.kit.acting.Acting;
import lockstep.kit.web.Internal;

/** An internal resource whose role was written down wrongly. */
@Internal
@Path("/internal/wrong")
@RunOnVirtualThread
public class InternalResource {
    private final Acting acting;

    InternalResource(Acting acting) {
        this.acting = acting;
    }

    @GET
    @RolesAllowed({"analyst", Internal.ROLE})
    public Map<String, String> who() {
        return Map.of("who", acting.principal().pseudonym());
    }
}
