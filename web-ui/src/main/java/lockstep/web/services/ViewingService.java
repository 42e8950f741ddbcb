package lockstep.web.services;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Exhibits looked at page by page, as evidence-service makes the pages. */
@Path("/api/v1")
@RegisterRestClient(configKey = "evidence-service")
@RegisterProvider(CallerToken.class)
@RegisterProvider(RefusalReader.class)
public interface ViewingService {
    @POST
    @Path("exhibits/{id}/versions/{version}/viewings")
    ViewingView begin(@PathParam("id") String exhibitId, @PathParam("version") int version, JsonNode purpose);

    @GET
    @Path("viewings/{id}")
    ViewingView viewing(@PathParam("id") String id);

    @GET
    @Path("viewings/{id}/pages/{n}")
    ViewedPage page(@PathParam("id") String id, @PathParam("n") int n, @QueryParam("written") String written);

    @GET
    @Path("viewings/{id}/pages/{n}/image")
    @Produces("image/png")
    Response image(@PathParam("id") String id, @PathParam("n") int n, @QueryParam("width") int width);
}
