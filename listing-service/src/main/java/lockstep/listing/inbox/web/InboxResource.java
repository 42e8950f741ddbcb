package lockstep.listing.inbox.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Page;
import lockstep.listing.inbox.InboxQueries;
import lockstep.listing.inbox.Item;

/** What waits for the person who asks. */
@Path("/api/v1/inbox")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InboxResource {
    private final InboxQueries queries;
    private final Acting acting;

    InboxResource(InboxQueries queries, Acting acting) {
        this.queries = queries;
        this.acting = acting;
    }

    @GET
    @RolesAllowed("**")
    public Page<Item> inbox() {
        return new Page<>(queries.of(acting.actor()), null);
    }
}
