package lockstep.web.cases;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.ActPage;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Option;
import lockstep.web.layout.Ui;
import lockstep.web.services.CaseView;
import lockstep.web.services.ListingService;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Acts on a case that are one small form: inviting an agency, recusing oneself. */
@Path("/")
@RunOnVirtualThread
public class CaseActsResource {
    private final ListingService listing;
    private final Ui ui;

    CaseActsResource(@RestClient ListingService listing, Ui ui) {
        this.listing = listing;
        this.ui = ui;
    }

    @GET
    @Path("cases/{id}/act/{action}")
    public TemplateInstance ask(@PathParam("id") String id, @PathParam("action") String action) {
        ActForm act = ActForm.of("case", action);
        CaseView its = find(id);
        Closed.unless(its.allowedActions(), "case", action, "/cases/" + id);
        return page(its, act, Form.empty());
    }

    @POST
    @Path("cases/{id}/act/{action}")
    public Object act(
            @PathParam("id") String id, @PathParam("action") String action, MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of("case", action);
        Form form = Form.posted(fields, "/cases/" + id, act.label());
        try {
            listing.addToCase(id, act.verb(), act.body(form, Ui.BRUSSELS), form.once());
            boolean gone = "recuse".equals(action)
                    || "leave".equals(action)
                            && form.text("agency").equals(ui.me().agency().code());
            return Go.done(gone ? "/cases" : "/cases/" + id, action);
        } catch (Refusal refusal) {
            return page(find(id), act, form.refused(refusal));
        }
    }

    /** The creator takes another agency out, any other agency only itself. */
    private static boolean mayLeave(CaseView its, String agency, String own) {
        boolean creator = own.equals(its.originator());
        return its.takesPart(agency) && !agency.equals(its.originator()) && (creator || agency.equals(own));
    }

    private CaseView find(String id) {
        CaseView found = listing.caseFile(id);
        ui.shows(found.marking());
        return found;
    }

    private TemplateInstance page(CaseView its, ActForm act, Form form) {
        boolean leaves = "leave".equals(act.action());
        String own = ui.me().agency().code();
        List<Option> agencies = listing.agencies().items().stream()
                .filter(agency -> leaves ? mayLeave(its, agency.code(), own) : !its.takesPart(agency.code()))
                .map(agency -> Option.of(agency.code(), agency.code() + " · " + agency.name()))
                .toList();
        return ActPage.show(
                act, form, ActPage.About.of(its.title(), "/cases/" + its.id()).withChoices(agencies));
    }
}
