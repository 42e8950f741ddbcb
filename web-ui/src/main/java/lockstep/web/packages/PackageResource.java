package lockstep.web.packages;

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
import lockstep.web.layout.Acts;
import lockstep.web.layout.Askable;
import lockstep.web.layout.Closed;
import lockstep.web.layout.ClosedExhibits;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Query;
import lockstep.web.layout.Ui;
import lockstep.web.services.CorrectionView;
import lockstep.web.services.ImpactNoteView;
import lockstep.web.services.Listed;
import lockstep.web.services.ListingService;
import lockstep.web.services.NoteView;
import lockstep.web.services.OutputRow;
import lockstep.web.services.PackageRow;
import lockstep.web.services.PackageView;
import lockstep.web.services.ProgrammeView;
import lockstep.web.services.ProposalRow;
import lockstep.web.services.Refusal;
import lockstep.web.services.RoundView;
import lockstep.web.services.TextService;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The list of packages, forming one from what is ready, and one package with its entries in one table. */
@Path("/")
@RunOnVirtualThread
public class PackageResource {
    private static final int MOST_READY = 200;

    private final ListingService listing;
    private final TextService texts;
    private final ClosedExhibits closed;
    private final Askable askable;
    private final Programmes programmes;
    private final Ui ui;

    PackageResource(
            @RestClient ListingService listing,
            @RestClient TextService texts,
            ClosedExhibits closed,
            Askable askable,
            Programmes programmes,
            Ui ui) {
        this.closed = closed;
        this.askable = askable;
        this.listing = listing;
        this.texts = texts;
        this.programmes = programmes;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "packages")
    static class Templates {
        static native TemplateInstance packages(
                Listed<PackageRow> packages,
                List<ProgrammeView> programmes,
                String programme,
                boolean mayForm,
                boolean maySubmit,
                boolean mayAccept,
                boolean mayEndorse,
                boolean mayFind,
                String nextPage);

        static native TemplateInstance formPackage(
                Form form,
                List<ProposalRow> ready,
                boolean all,
                List<ProgrammeView> programmes,
                String programme,
                PackageView into);

        static native TemplateInstance packageView(
                PackageView p,
                RoundView live,
                Acts acts,
                Askable.Told askable,
                String zone,
                List<CorrectionView> corrections,
                Listed<ImpactNoteView> impact,
                Listed<NoteView> notes);

        static native TemplateInstance outputs(PackageView p, List<OutputRow> rows);
    }

    @GET
    @Path("packages")
    public TemplateInstance list(@QueryParam("programme") String programme, @QueryParam("cursor") String cursor) {
        return Templates.packages(
                listing.packages(Query.orNull(programme), null, cursor),
                programmes.all(),
                Query.text(programme),
                ui.me().has("chair"),
                ui.me().has("submitter"),
                ui.me().has("chair") || ui.me().has("registrar"),
                ui.me().has("reviewer"),
                ui.me().has("legal"),
                Query.page("/packages").with("programme", programme).next());
    }

    @GET
    @Path("packages/new")
    public TemplateInstance form(@QueryParam("programme") String programme, @QueryParam("all") boolean all) {
        Closed.unless(ui.me().has("chair"), "package.form", "/packages");
        return forming(Form.empty(), programme, all, null);
    }

    @POST
    @Path("packages/new")
    public Object form(MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, "/packages", Messages.text(ui.language(), "package.form"));
        try {
            PackageView formed = listing.formPackage(form.filled(), form.once());
            return Go.done("/packages/" + formed.id(), "package-formed");
        } catch (Refusal refusal) {
            return forming(form.refused(refusal), form.text("programme"), false, null);
        }
    }

    @GET
    @Path("packages/{id}")
    public TemplateInstance show(@PathParam("id") String id) {
        PackageView found = find(id);
        return Templates.packageView(
                found,
                closed.named(found.round()),
                Acts.of(found.allowedActions(), "package", action -> page(found, action)),
                askable.of(
                        found.notReleased() == null
                                ? List.of()
                                : found.notReleased().stream()
                                        .map(one -> new Askable.Version(one.caseId(), one.exhibitId(), one.version()))
                                        .toList()),
                programmes.get(found.programme()).zone(),
                texts.correctionsInPackage(id).items(),
                listing.impactNotes(id),
                listing.notes("packages", id));
    }

    @GET
    @Path("packages/{id}/outputs")
    public TemplateInstance outputs(@PathParam("id") String id) {
        return Templates.outputs(find(id), listing.outputs(id).items());
    }

    private static String page(PackageView its, String action) {
        String base = "/packages/" + its.id();
        return switch (action) {
            case "edit-entries" -> base + "/entries";
            case "record", "schedule" -> base + "/" + action;
            case "found-embargo-group" -> base + "/embargo-group";
            case "confirm-prints" -> base + "/prints";
            case "confirm-record", "refuse-record" ->
                its.recorded().stream()
                        .filter(PackageView.RecordedView::isAwaiting)
                        .findFirst()
                        .map(record ->
                                base + "/records/" + record.id() + "/act/" + action.substring(0, action.indexOf('-')))
                        .orElse(null);
            default -> base + "/act/" + action;
        };
    }

    @GET
    @Path("packages/{id}/entries")
    public TemplateInstance more(@PathParam("id") String id, @QueryParam("all") boolean all) {
        PackageView its = find(id);
        Closed.unless(its.allowedActions(), "package", "edit-entries", its.page());
        return forming(Form.empty(), its.programme(), all, its);
    }

    @POST
    @Path("packages/{id}/entries")
    public Object more(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, "/packages/" + id, Messages.text(ui.language(), "act.package.edit-entries"));
        try {
            if (form.todo().startsWith("take-out:")) {
                if (listing.takeOut(id, form.todo().substring("take-out:".length())) == null) {
                    return Go.done("/packages", "entries-changed");
                }
            } else {
                listing.act("packages", id, "entries", form.filled(), form.once());
            }
            return Go.done("/packages/" + id, "entries-changed");
        } catch (Refusal refusal) {
            PackageView its = find(id);
            return forming(form.refused(refusal), its.programme(), false, its);
        }
    }

    private TemplateInstance forming(Form form, String programme, boolean ticked, PackageView into) {
        List<ProgrammeView> known = programmes.all();
        String wanted = Query.orNull(programme) != null
                ? programme
                : ui.me().offices().stream()
                        .map(office -> office.programme())
                        .findFirst()
                        .orElse(known.getFirst().code());
        List<ProposalRow> ready = listing.proposals(wanted, "READY", null, null, "none", null, MOST_READY)
                .items();
        return Templates.formPackage(form, ready, ticked, known, wanted, into);
    }

    private PackageView find(String id) {
        PackageView found = listing.packageView(id);
        ui.shows(found.marking());
        return found;
    }
}
