package lockstep.evidence.retention.web;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import lockstep.evidence.retention.Reliance;
import lockstep.kit.web.ServiceToken;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** listing-service, asked by the service itself: whoever disposes must not learn by whom an exhibit is cited. */
@RegisterRestClient(configKey = "peer")
@RegisterProvider(ServiceToken.class)
interface ListingReliance {
    record Question(UUID exhibitId, UUID caseId) {}

    @POST
    @Path("/internal/exhibits/reliance")
    Reliance on(Question asked);
}
