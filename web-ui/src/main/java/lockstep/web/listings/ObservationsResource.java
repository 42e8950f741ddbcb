package lockstep.web.listings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Ui;
import lockstep.web.services.ListingService;
import lockstep.web.services.ListingView;
import lockstep.web.services.ObservationsView;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The assessment of what a listed party wrote, point by point. */
@Path("/")
@RunOnVirtualThread
public class ObservationsResource {
    private static final int MOST = 100;

    private final ListingService listing;
    private final Ui ui;

    ObservationsResource(@RestClient ListingService listing, Ui ui) {
        this.listing = listing;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "listings")
    static class Templates {
        static native TemplateInstance assess(ListingView l, ObservationsView o, Form form, String here);
    }

    /** From the list of what waits, which knows the proposal. */
    @GET
    @Path("proposals/{id}/observations")
    public Response of(@PathParam("id") String proposal) {
        return Response.seeOther(
                        URI.create("/listings/" + listing.proposal(proposal).listingId() + "#observations"))
                .build();
    }

    @GET
    @Path("observations/{id}/assess")
    public TemplateInstance ask(@PathParam("id") String id) {
        ObservationsView its = listing.observation(id);
        Closed.unless(its.allowedActions(), "observations", "assess", "/listings/" + its.listingId());
        return asking(its, Form.empty());
    }

    @POST
    @Path("observations/{id}/assess")
    public Object assess(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        ObservationsView its = listing.observation(id);
        String back = "/listings/" + its.listingId();
        Form form = Form.posted(fields, back, Messages.text(ui.language(), "act.observations.assess"));
        if (form.rowsChanged()) {
            return asking(its, form);
        }
        try {
            listing.act("observations", id, "assessment", body(form), form.once());
            return Go.done(back, "observations-assessed");
        } catch (Refusal refusal) {
            return asking(its, form.refused(refusal));
        }
    }

    /** Rows left wholly empty aren't sent; a point without a finding is, and comes back as a fault. */
    private static ObjectNode body(Form form) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        var points = body.putArray("points");
        for (int i = 0; i < Math.min(form.at("points").size(), MOST + 1); i++) {
            String row = "points." + i;
            if (form.has(row + ".point") || form.has(row + ".finding")) {
                points.addObject().put("point", form.text(row + ".point")).put("finding", form.text(row + ".finding"));
            }
        }
        return body;
    }

    private TemplateInstance asking(ObservationsView its, Form form) {
        return Templates.assess(listing.listing(its.listingId()), its, form, "/observations/" + its.id() + "/assess");
    }
}
