package lockstep.kit.sample;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import lockstep.kit.web.CallerToken;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The sample calling itself as its caller. */
@Path("/api/v1/notes")
@RegisterRestClient(configKey = "peer")
@RegisterProvider(CallerToken.class)
interface Self {
    @GET
    @Path("whoami")
    Map<String, String> whoami();
}
