package lockstep.evidence.release.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import lockstep.kit.web.ServiceToken;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** listing-service, which alone knows the programmes. */
@RegisterRestClient(configKey = "peer")
@RegisterProvider(ServiceToken.class)
interface ListingProgrammes {
    record Known(List<String> codes) {}

    @GET
    @Path("/internal/programmes")
    Known known();
}
