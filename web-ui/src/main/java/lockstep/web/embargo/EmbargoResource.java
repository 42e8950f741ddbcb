package lockstep.web.embargo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.ActPage;
import lockstep.web.layout.Acts;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Option;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Query;
import lockstep.web.layout.Ui;
import lockstep.web.services.EmbargoGroupRow;
import lockstep.web.services.EmbargoGroupView;
import lockstep.web.services.Listed;
import lockstep.web.services.ListingService;
import lockstep.web.services.ProgrammeView;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The groups that one sees, one group with its members side by side, and what is done in it. */
@Path("embargo-groups")
@RunOnVirtualThread
public class EmbargoResource {
    private final ListingService listing;
    private final Programmes programmes;
    private final Ui ui;

    EmbargoResource(@RestClient ListingService listing, Programmes programmes, Ui ui) {
        this.listing = listing;
        this.programmes = programmes;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "embargo")
    static class Templates {
        static native TemplateInstance groups(Listed<EmbargoGroupRow> groups, String nextPage);

        static native TemplateInstance group(EmbargoGroupView g, Acts acts);
    }

    @GET
    public TemplateInstance list(@QueryParam("cursor") String cursor) {
        return Templates.groups(
                listing.embargoGroups(cursor), Query.page("/embargo-groups").next());
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(@PathParam("id") String id) {
        EmbargoGroupView its = find(id);
        return Templates.group(
                its, Acts.of(its.allowedActions(), "embargo", action -> "/embargo-groups/" + id + "/act/" + action));
    }

    @GET
    @Path("{id}/act/{action}")
    public TemplateInstance ask(@PathParam("id") String id, @PathParam("action") String action) {
        EmbargoGroupView its = find(id);
        ActForm act = ActForm.of("embargo", action);
        Closed.unless(its.allowedActions(), "embargo", action, its.page());
        Form form = Form.empty();
        if ("move".equals(action)) {
            form.with("releaseAt", ActForm.local(its.releaseAt(), ui.zone()));
        } else if ("report-incident".equals(action)) {
            form.with("happenedAt", ActForm.local(Instant.now(), ui.zone()));
        }
        return asking(its, null, act, form);
    }

    @POST
    @Path("{id}/act/{action}")
    public Object act(
            @PathParam("id") String id, @PathParam("action") String action, MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of("embargo", action);
        Form form = Form.posted(fields, "/embargo-groups/" + id, act.label());
        try {
            ObjectNode body = act.body(form, ui.zone());
            listing.act("embargo-groups", id, act.verb(), body, form.once());
            return Go.done("/embargo-groups/" + id, "embargo-" + action);
        } catch (Refusal refusal) {
            return asking(find(id), null, act, form.refused(refusal));
        }
    }

    @GET
    @Path("{id}/members/{member}/act/{action}")
    public TemplateInstance askMember(
            @PathParam("id") String id, @PathParam("member") String member, @PathParam("action") String action) {
        EmbargoGroupView its = find(id);
        ActForm act = ActForm.of("embargo", action);
        Closed.unless(its.member(member).allowedActions(), "embargo", action, its.page());
        return asking(its, member, act, Form.empty());
    }

    @POST
    @Path("{id}/members/{member}/act/{action}")
    public Object actMember(
            @PathParam("id") String id,
            @PathParam("member") String member,
            @PathParam("action") String action,
            MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of("embargo", action);
        Form form = Form.posted(fields, "/embargo-groups/" + id, act.label());
        try {
            if (act.verb().equals("leave")) {
                listing.leaveEmbargoGroup(id, member, form.filled(), form.once());
                return Go.done("/embargo-groups", "embargo-" + action);
            }
            listing.act("embargo-groups", id, act.verb(), form.filled(), form.once());
            return Go.done("/embargo-groups/" + id, "embargo-" + action);
        } catch (Refusal refusal) {
            return asking(find(id), member, act, form.refused(refusal));
        }
    }

    private TemplateInstance asking(EmbargoGroupView its, String member, ActForm act, Form form) {
        return ActPage.show(
                act, form, ActPage.About.of(its.title(), its.page()).withChoices(choices(its, member, act)));
    }

    private List<Option> choices(EmbargoGroupView its, String member, ActForm act) {
        return switch (act.action()) {
            case "invite" ->
                Option.words(
                        "programme",
                        programmes.all().stream()
                                .map(ProgrammeView::code)
                                .filter(code -> its.there().stream()
                                        .noneMatch(one -> one.programme().equals(code)))
                                .toList());
            case "join" -> packages(its.member(member).programme());
            case "add-package" ->
                its.there().stream()
                        .filter(one -> one.packageId() != null)
                        .map(EmbargoGroupView.Member::programme)
                        .distinct()
                        .flatMap(code -> packages(code).stream())
                        .toList();
            default -> List.of();
        };
    }

    /** Those that aren't over; what is in a group already is refused by the service. */
    private List<Option> packages(String programme) {
        return listing.packages(programme, null, null).items().stream()
                .filter(one -> !"PUBLISHED".equals(one.status()) && !"DISSOLVED".equals(one.status()))
                .map(one -> Option.of(one.id(), one.number() + " · " + one.title()))
                .toList();
    }

    private EmbargoGroupView find(String id) {
        EmbargoGroupView found = listing.embargoGroup(id);
        ui.shows(found.marking());
        return found;
    }
}
