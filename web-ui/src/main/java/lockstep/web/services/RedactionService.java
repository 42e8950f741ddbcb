package lockstep.web.services;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Redacted copies, as evidence-service keeps them. */
@Path("/api/v1")
@RegisterRestClient(configKey = "evidence-service")
@RegisterProvider(CallerToken.class)
@RegisterProvider(RefusalReader.class)
public interface RedactionService {
    @GET
    @Path("exhibits/{id}/redactions")
    RedactionsView about(@PathParam("id") String exhibitId);

    @POST
    @Path("exhibits/{id}/versions/{version}/redacted-copies")
    ExhibitMade bring(
            @PathParam("id") String exhibitId,
            @PathParam("version") int version,
            JsonNode copy,
            @HeaderParam(ListingService.ONCE) String once);

    @POST
    @Path("exhibits/{id}/versions/{version}/redaction-check")
    JsonNode check(@PathParam("id") String copyId, @PathParam("version") int version);
}
