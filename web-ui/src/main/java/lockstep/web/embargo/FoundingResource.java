package lockstep.web.embargo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Ui;
import lockstep.web.layout.Workday;
import lockstep.web.services.ListingService;
import lockstep.web.services.PackageView;
import lockstep.web.services.ProgrammeView;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The form by which a package proposes to others to release in step. */
@Path("/")
@RunOnVirtualThread
public class FoundingResource {
    private final ListingService listing;
    private final Programmes programmes;
    private final Ui ui;

    FoundingResource(@RestClient ListingService listing, Programmes programmes, Ui ui) {
        this.listing = listing;
        this.programmes = programmes;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "embargo")
    static class Templates {
        static native TemplateInstance found(
                PackageView p, Form form, List<Option> modes, List<Option> others, String zone);
    }

    @GET
    @Path("packages/{id}/embargo-group")
    public TemplateInstance ask(@PathParam("id") String id) {
        PackageView its = find(id);
        Closed.unless(its.allowedActions(), "package", "found-embargo-group", its.page());
        String when = its.release() == null || its.release().releaseAt() == null
                ? Workday.after(LocalDate.now(zone(its))) + "T06:00"
                : LocalDateTime.ofInstant(its.release().releaseAt(), zone(its)).toString();
        return asking(
                its,
                Form.empty()
                        .with("releaseAt", when)
                        .with("mode", "ALL_READY_BY")
                        .with("aloneAfterHours", "24"));
    }

    @POST
    @Path("packages/{id}/embargo-group")
    public Object found(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        PackageView its = find(id);
        Form form =
                Form.posted(fields, "/packages/" + id, Messages.text(ui.language(), "act.package.found-embargo-group"));
        ObjectNode body = form.filled();
        body.put("packageId", id);
        if (body.hasNonNull("releaseAt")) {
            body.put("releaseAt", ActForm.instant(body.get("releaseAt").asText(), zone(its)));
        }
        try {
            return Go.done(
                    "/embargo-groups/"
                            + listing.foundEmbargoGroup(body, form.once()).id(),
                    "embargo-founded");
        } catch (Refusal refusal) {
            return asking(its, form.refused(refusal));
        }
    }

    private TemplateInstance asking(PackageView its, Form form) {
        List<String> others = programmes.all().stream()
                .map(ProgrammeView::code)
                .filter(code -> !code.equals(its.programme()))
                .toList();
        return Templates.found(
                its,
                form,
                Option.words("embargo-mode", List.of("ALL_READY_BY", "ALL_OR_NONE")),
                Option.words("programme", others),
                zone(its).getId());
    }

    private ZoneId zone(PackageView its) {
        return programmes.zone(its.programme());
    }

    private PackageView find(String id) {
        PackageView found = listing.packageView(id);
        ui.shows(found.marking());
        return found;
    }
}
