package lockstep.listing.publication.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Page;
import lockstep.listing.publication.Preview;

/** What a package will print, before it does. */
@Path("/api/v1/packages/{id}/outputs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PreviewResource {
    private final Preview preview;
    private final Acting acting;

    PreviewResource(Preview preview, Acting acting) {
        this.preview = preview;
        this.acting = acting;
    }

    /** All entries at once: a package is one page. */
    @GET
    @RolesAllowed("**")
    public Page<Preview.Row> outputs(@PathParam("id") UUID id) {
        return new Page<>(preview.of(id, acting.actor()), null);
    }
}
