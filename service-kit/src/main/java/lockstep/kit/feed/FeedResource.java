package lockstep.kit.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import lockstep.kit.page.Limit;
import lockstep.kit.web.Internal;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The journal's feed for the peer service, and the peer's wish that this service pull at once. */
@Internal
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Internal.ROLE)
@RunOnVirtualThread
public class FeedResource {
    private final Feed feed;
    private final FeedReader reader;

    public FeedResource(Feed feed, FeedReader reader) {
        this.feed = feed;
        this.reader = reader;
    }

    @GET
    @Path("events")
    @Operation(hidden = true)
    public FeedPage events(
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("types") @DefaultValue("") String types,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit) {
        return feed.after(after, List.of(types.split(",")), limit);
    }

    /** Pulls the caller's feed until it is drained. */
    @POST
    @Path("feed/pull")
    @Operation(hidden = true)
    public Reached pull() {
        return new Reached(reader.pullNow());
    }
}
