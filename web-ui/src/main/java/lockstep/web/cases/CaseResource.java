package lockstep.web.cases;

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
import java.util.Locale;
import lockstep.web.layout.Acts;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.MarkingChoices;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Query;
import lockstep.web.layout.Track;
import lockstep.web.layout.Ui;
import lockstep.web.services.CaseRow;
import lockstep.web.services.CaseView;
import lockstep.web.services.Listed;
import lockstep.web.services.ListingService;
import lockstep.web.services.ProgrammeView;
import lockstep.web.services.Refusal;
import lockstep.web.services.SubjectBrief;
import lockstep.web.services.SubjectText;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The list of cases, opening one, and one case with its alignment board. */
@Path("/")
@RunOnVirtualThread
public class CaseResource {
    private final ListingService listing;
    private final Programmes programmes;
    private final Ui ui;

    CaseResource(@RestClient ListingService listing, Programmes programmes, Ui ui) {
        this.listing = listing;
        this.programmes = programmes;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "cases")
    static class Templates {
        static native TemplateInstance cases(
                Listed<CaseRow> cases,
                String query,
                String programme,
                List<ProgrammeView> programmes,
                boolean mayOpen,
                String nextPage);

        static native TemplateInstance open(
                Form form, String action, String back, List<Option> levels, List<Option> groups);

        static native TemplateInstance caseFile(CaseView c, SubjectBrief subject, List<BoardRow> board, Acts acts);
    }

    @GET
    @Path("cases")
    public TemplateInstance list(
            @QueryParam("q") String query,
            @QueryParam("programme") String programme,
            @QueryParam("cursor") String cursor) {
        Listed<CaseRow> cases = listing.cases(Query.orNull(query), Query.orNull(programme), cursor);
        return Templates.cases(
                cases,
                Query.text(query),
                Query.text(programme),
                programmes.all(),
                ui.me().has("analyst"),
                Query.page("/cases")
                        .with("q", query)
                        .with("programme", programme)
                        .next());
    }

    @GET
    @Path("cases/new")
    public TemplateInstance open() {
        Closed.unless(ui.me().has("analyst"), "cases.open", "/cases");
        return opening(Form.empty());
    }

    @POST
    @Path("cases/new")
    public Object open(MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, "/cases/new", Messages.text(ui.language(), "cases.open"));
        try {
            CaseView opened = listing.openCase(form.withMarking().filled(), form.once());
            return Go.done("/cases/" + opened.id(), "case-opened");
        } catch (Refusal refusal) {
            return opening(form.refused(refusal));
        }
    }

    @GET
    @Path("cases/{id}/edit")
    public TemplateInstance describe(@PathParam("id") String id) {
        CaseView its = listing.caseFile(id);
        Closed.unless(its.allowedActions(), "case", "describe", "/cases/" + id);
        Form form = Form.empty()
                .with("title", its.title())
                .with("summary", Query.text(its.summary()))
                .with("version", String.valueOf(its.version()));
        if (its.marking() != null) {
            form.with("marking.level", its.marking().level())
                    .with("marking.tlp", String.valueOf(its.marking().tlp()))
                    .with("marking.orcon", String.valueOf(its.marking().orcon()))
                    .with("marking.relTo", its.marking().relTo());
        }
        return describing(its, form);
    }

    @POST
    @Path("cases/{id}/edit")
    public Object describe(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, "/cases/" + id, Messages.text(ui.language(), "act.case.describe"));
        var change = form.withMarking().filled();
        change.remove("version");
        try {
            listing.describeCase(id, '"' + form.text("version") + '"', change);
            return Go.done("/cases/" + id, "case-described");
        } catch (Refusal refusal) {
            return describing(listing.caseFile(id), form.refused(refusal));
        }
    }

    @GET
    @Path("cases/{id}")
    public TemplateInstance show(@PathParam("id") String id) {
        CaseView found = listing.caseFile(id);
        ui.shows(found.marking());
        Locale language = ui.language();
        List<BoardRow> board = found.alignment().stream()
                .filter(CaseView.Alignment::isConsidered)
                .map(row -> new BoardRow(
                        row.programme() == null
                                ? Messages.text(language, "jurisdiction." + row.jurisdiction())
                                : Messages.text(language, "programme." + row.programme()),
                        found.nameOf(row.subjectId()),
                        row.proposalId(),
                        row.state(),
                        found.proposal(String.valueOf(row.proposalId()))
                                .map(proposal -> Track.of(
                                        programmes.get(proposal.programme()), proposal.status(), proposal.stage()))
                                .orElse(new Track(List.of()))))
                .toList();
        return Templates.caseFile(
                found,
                found.firstSubject().map(SubjectText::brief).orElse(null),
                board,
                Acts.of(found.allowedActions(), "case", action -> CasePages.of(id, action)));
    }

    private TemplateInstance opening(Form form) {
        return Templates.open(form, "/cases/new", "/cases", MarkingChoices.levels(), MarkingChoices.releases());
    }

    private TemplateInstance describing(CaseView its, Form form) {
        ui.shows(its.marking());
        String page = "/cases/" + its.id();
        return Templates.open(form, page + "/edit", page, MarkingChoices.levels(), MarkingChoices.releases());
    }
}
