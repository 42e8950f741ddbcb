package lockstep.listing.evidence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import lockstep.kit.web.CallerToken;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** evidence-service, asked in the name of the person whose request this is. */
@RegisterRestClient(configKey = "evidence")
@RegisterProvider(CallerToken.class)
@Path("/api/v1/exhibits")
interface EvidenceForCaller {
    record Items(List<ExhibitRef> items) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Found(List<ExhibitFacts> items) {}

    @POST
    @Path("/lookup")
    Found lookup(Items items);
}
