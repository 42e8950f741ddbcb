package lockstep.kit.feed;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import lockstep.kit.web.ServiceToken;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The other service's feed, at {@code lockstep.peer.url}. */
@Path("/internal")
@RegisterRestClient(configKey = "peer")
@RegisterProvider(ServiceToken.class)
interface Peer {
    @GET
    @Path("events")
    FeedPage events(@QueryParam("after") long after, @QueryParam("types") String types, @QueryParam("limit") int limit);

    @POST
    @Path("feed/pull")
    Reached pull();
}
