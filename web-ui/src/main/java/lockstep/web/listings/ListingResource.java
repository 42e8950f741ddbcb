package lockstep.web.listings;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.ActPage;
import lockstep.web.layout.Acts;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Query;
import lockstep.web.layout.Ui;
import lockstep.web.services.Listed;
import lockstep.web.services.ListingRow;
import lockstep.web.services.ListingService;
import lockstep.web.services.ListingView;
import lockstep.web.services.ProgrammeView;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Listings after publication, each with the row as it is printed. */
@Path("/")
@RunOnVirtualThread
public class ListingResource {
    private final ListingService listing;
    private final Programmes programmes;
    private final Ui ui;

    ListingResource(@RestClient ListingService listing, Programmes programmes, Ui ui) {
        this.listing = listing;
        this.programmes = programmes;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "listings")
    static class Templates {
        static native TemplateInstance listings(
                Listed<ListingRow> listings,
                List<ProgrammeView> programmes,
                String programme,
                String query,
                String nextPage);

        /** {@code subjectId} where the reader may propose to change it, else empty. */
        static native TemplateInstance listing(ListingView l, String subjectId, Acts acts);
    }

    @GET
    @Path("listings")
    public TemplateInstance list(
            @QueryParam("programme") String programme,
            @QueryParam("q") String query,
            @QueryParam("cursor") String cursor) {
        return Templates.listings(
                listing.listings(Query.orNull(programme), Query.orNull(query), cursor),
                programmes.all(),
                Query.text(programme),
                Query.text(query),
                Query.page("/listings")
                        .with("programme", programme)
                        .with("q", query)
                        .next());
    }

    @GET
    @Path("listings/{id}")
    public TemplateInstance show(@PathParam("id") String id) {
        ListingView its = listing.listing(id);
        return Templates.listing(
                its,
                subject(its),
                Acts.of(
                        its.allowedActions() == null ? List.of() : its.allowedActions(),
                        "listing",
                        action -> "/listings/" + id + "/act/" + action));
    }

    @GET
    @Path("listings/{id}/act/{action}")
    public TemplateInstance ask(@PathParam("id") String id, @PathParam("action") String action) {
        return asking(id, ActForm.of("listing", action), Form.empty());
    }

    @POST
    @Path("listings/{id}/act/{action}")
    public Object act(
            @PathParam("id") String id, @PathParam("action") String action, MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of("listing", action);
        Form form = Form.posted(fields, "/listings/" + id, act.label());
        try {
            if ("extend".equals(action)) {
                listing.act("listings", id, "extension", act.body(form, Ui.BRUSSELS), form.once());
            } else {
                listing.confirmExtension(id, form.once());
            }
            return Go.done("/listings/" + id, action);
        } catch (Refusal refusal) {
            return asking(id, act, form.refused(refusal));
        }
    }

    private TemplateInstance asking(String id, ActForm act, Form form) {
        return ActPage.show(
                act, form, ActPage.About.of(listing.listing(id).subject().name(), "/listings/" + id));
    }

    /** From the proposal that it came from; who doesn't see that can still propose in a case of his own. */
    private String subject(ListingView its) {
        boolean may = "ACTIVE".equals(its.status())
                && its.caseId() != null
                && its.proposalId() != null
                && ui.me().has("analyst");
        return may ? listing.proposal(its.proposalId()).text().subjectId() : "";
    }
}
