package lockstep.listing.evidence;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import lockstep.kit.web.ServiceToken;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** evidence-service, asked by the service itself: the caller must not learn what others may see. */
@RegisterRestClient(configKey = "evidence")
@RegisterProvider(ServiceToken.class)
@Path("/internal")
interface EvidenceForService {
    @POST
    @Path("/access/refused")
    Refusals.Answer refused(Refusals.Question question);

    @POST
    @Path("/releases/unquotable")
    Quotations.Answer unquotable(Quotations.Question question);
}
