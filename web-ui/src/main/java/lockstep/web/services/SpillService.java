package lockstep.web.services;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Spills, as evidence-service has them. */
@Path("/api/v1")
@RegisterRestClient(configKey = "evidence-service")
@RegisterProvider(CallerToken.class)
@RegisterProvider(RefusalReader.class)
public interface SpillService {
    @GET
    @Path("exhibits/{id}/spill")
    SpillView spill(@PathParam("id") String id);

    @GET
    @Path("exhibits/{id}/spill/readers")
    Listed<SpillView.Reading> spillReaders(
            @PathParam("id") String id, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit);

    @GET
    @Path("spills")
    SpillView.All spills();

    @POST
    @Path("exhibits/{id}/spill")
    JsonNode freeze(@PathParam("id") String id, JsonNode reason, @HeaderParam(ListingService.ONCE) String once);

    @POST
    @Path("exhibits/{id}/spill/purge")
    JsonNode proposePurge(@PathParam("id") String id, JsonNode reason, @HeaderParam(ListingService.ONCE) String once);

    @POST
    @Path("exhibits/{id}/spill/correction")
    JsonNode proposeCorrection(
            @PathParam("id") String id, JsonNode correction, @HeaderParam(ListingService.ONCE) String once);

    @POST
    @Path("exhibits/{id}/spill/confirm")
    JsonNode confirmSettlement(@PathParam("id") String id, @HeaderParam(ListingService.ONCE) String once);

    @POST
    @Path("exhibits/{id}/spill/drop")
    JsonNode dropSettlement(@PathParam("id") String id, @HeaderParam(ListingService.ONCE) String once);

    @POST
    @Path("spills/{spillId}/acknowledgement")
    JsonNode acknowledgeSpill(
            @PathParam("spillId") String spillId, JsonNode note, @HeaderParam(ListingService.ONCE) String once);
}
