package lockstep.web.services;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.rest.client.reactive.ClientQueryParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The renewal of a whole list, as listing-service has it. */
@Path("/api/v1")
@RegisterRestClient(configKey = "listing-service")
@RegisterProvider(CallerToken.class)
@RegisterProvider(RefusalReader.class)
public interface RenewalService {
    /** The lists with a term in whose renewal the reader has a part. */
    @GET
    @Path("renewals")
    Listed<RenewalView.Renewed> renewals();

    @GET
    @Path("programmes/{code}/renewal")
    RenewalView renewal(@PathParam("code") String code);

    @GET
    @Path("programmes/{code}/renewal/entries")
    @ClientQueryParam(name = "limit", value = ListingService.MOST)
    Listed<RenewalView.Entry> renewalEntries(
            @PathParam("code") String code, @QueryParam("sheet") String sheet, @QueryParam("cursor") String cursor);

    @POST
    @Path("programmes/{code}/renewal/sheets")
    Listed<RenewalView.Drafted> draftSheets(@PathParam("code") String code, JsonNode body);
}
