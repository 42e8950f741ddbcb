package lockstep.web.layout;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

/**
 * Addresses that take a form and have no page of their own. Whoever comes by a reload, a bookmark or the choice of language is led
 * to the page with the form.
 */
@Path("/")
@RunOnVirtualThread
public class FormAddresses {

    @GET
    @Path("releases/{id}/check")
    public Response releaseChecked(@PathParam("id") String id) {
        return to("/releases/{id}/decide", id);
    }

    @GET
    @Path("releases/{id}/approve")
    public Response releaseApproved(@PathParam("id") String id) {
        return to("/releases/{id}/decide", id);
    }

    @GET
    @Path("rounds/{id}/check")
    public Response voteChecked(@PathParam("id") String id) {
        return to("/rounds/{id}", id);
    }

    @GET
    @Path("rounds/{id}/vote")
    public Response voted(@PathParam("id") String id) {
        return to("/rounds/{id}", id);
    }

    @GET
    @Path("packages/{id}/prints/rows")
    public Response printed(@PathParam("id") String id) {
        return to("/packages/{id}/prints", id);
    }

    @GET
    @Path("exhibits/{id}/versions/{version}/redaction-check")
    public Response redactionChecked(@PathParam("id") String id) {
        return to("/exhibits/{id}", id);
    }

    @GET
    @Path("batches/{id}/uploads/{upload}/retry")
    public Response retried(@PathParam("id") String id) {
        return to("/batches/{id}", id);
    }

    @GET
    @Path("absences/{id}/end")
    public Response absenceEnded() {
        return to("/appointments");
    }

    /** The segments' values are written as a path takes them. */
    public static Response to(String page, Object... of) {
        return Response.seeOther(UriBuilder.fromPath(page).build(of)).build();
    }
}
