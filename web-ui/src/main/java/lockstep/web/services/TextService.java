package lockstep.web.services;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.rest.client.reactive.ClientQueryParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What listing-service keeps beside a decided text: formal corrections and versions in other languages. */
@Path("/api/v1")
@RegisterRestClient(configKey = "listing-service")
@RegisterProvider(CallerToken.class)
@RegisterProvider(RefusalReader.class)
public interface TextService {
    @GET
    @Path("proposals/{id}/correctable")
    CorrectableView correctable(@PathParam("id") String id);

    @GET
    @Path("proposals/{id}/language-versions")
    LanguagesView languages(@PathParam("id") String id);

    @POST
    @Path("proposals/{id}/language-versions/{language}/confirm")
    LanguagesView confirmLanguage(
            @PathParam("id") String id,
            @PathParam("language") String language,
            JsonNode body,
            @HeaderParam(ListingService.ONCE) String once);

    /** The newest first; more than a page of them on one text is not to be expected. */
    @GET
    @Path("proposals/{id}/corrections")
    @ClientQueryParam(name = "limit", value = ListingService.MOST)
    Listed<CorrectionView> corrections(@PathParam("id") String id);

    @GET
    @Path("packages/{id}/corrections")
    @ClientQueryParam(name = "limit", value = ListingService.MOST)
    Listed<CorrectionView> correctionsInPackage(@PathParam("id") String id);

    @GET
    @Path("corrections/{id}")
    CorrectionView correction(@PathParam("id") String id);
}
