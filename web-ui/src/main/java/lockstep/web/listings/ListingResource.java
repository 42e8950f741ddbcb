package lockstep.web.listings;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Query;
import lockstep.web.layout.Ui;
import lockstep.web.services.Listed;
import lockstep.web.services.ListingService;
import lockstep.web.services.ListingView;
import lockstep.web.services.ProgrammeView;
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
                Listed<ListingView> listings,
                List<ProgrammeView> programmes,
                String programme,
                String query,
                String nextPage);

        /** {@code subjectId} where the reader may propose to change it, else empty. */
        static native TemplateInstance listing(ListingView l, String subjectId);
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
        return Templates.listing(its, subject(its));
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
