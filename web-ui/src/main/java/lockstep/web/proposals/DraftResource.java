package lockstep.web.proposals;

import com.fasterxml.jackson.databind.JsonNode;
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
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.MarkingChoices;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Query;
import lockstep.web.layout.Ui;
import lockstep.web.services.CaseView;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.ExhibitRow;
import lockstep.web.services.ListingService;
import lockstep.web.services.ProgrammeView;
import lockstep.web.services.ProposalView;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Drafting a proposal: ground and criteria with the law beside them, reasons that cite the case's exhibits, terms. */
@Path("/")
@RunOnVirtualThread
public class DraftResource {
    private static final int MOST_EXHIBITS = 200;
    private static final int MOST_LISTINGS = 200;

    private final ListingService listing;
    private final EvidenceService evidence;
    private final Programmes programmes;
    private final Ui ui;

    DraftResource(
            @RestClient ListingService listing, @RestClient EvidenceService evidence, Programmes programmes, Ui ui) {
        this.listing = listing;
        this.evidence = evidence;
        this.programmes = programmes;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "proposals")
    static class Templates {
        static native TemplateInstance propose(
                CaseView c, List<Option> programmes, List<Option> subjects, List<Option> kinds, List<Option> listings);

        static native TemplateInstance draft(Form form, DraftPage page);
    }

    /** What the drafting page shows beside the form. */
    public record DraftPage(
            String title,
            String back,
            String action,
            ProgrammeView programme,
            List<Option> grounds,
            List<Option> criteria,
            List<Option> types,
            List<Option> exhibits,
            List<Option> levels,
            List<Option> groups,
            ProposalView existing) {

        public String labelOf(ProgrammeView.Term term) {
            return ShownTerm.label(term, Ui.current().language());
        }
    }

    @GET
    @Path("cases/{id}/propose")
    public TemplateInstance propose(@PathParam("id") String id) {
        CaseView its = caseOf(id);
        Closed.unless(its.allowedActions(), "case", "propose", "/cases/" + id);
        return Templates.propose(
                its,
                Option.words(
                        "programme",
                        programmes.all().stream().map(ProgrammeView::code).toList()),
                its.subjects().stream()
                        .map(one -> Option.of(one.id(), one.text().name()))
                        .toList(),
                Option.words("kind", List.of("ADD", "AMEND", "REMOVE")),
                listing.listingsOf(id, MOST_LISTINGS).items().stream()
                        .filter(one -> one.status().equals("ACTIVE"))
                        .map(one -> Option.of(
                                one.id(),
                                String.join(
                                        ", ",
                                        Messages.text(ui.language(), "listing.named", one.number()),
                                        one.subject().name(),
                                        Messages.text(ui.language(), "programme." + one.programme()))))
                        .toList());
    }

    @GET
    @Path("cases/{id}/proposals/new")
    public Object draft(
            @PathParam("id") String id,
            @QueryParam("programme") String programme,
            @QueryParam("subjectId") String subject,
            @QueryParam("kind") String kind,
            @QueryParam("listing") String listed) {
        if (Query.orNull(programme) == null || Query.orNull(subject) == null) {
            return Go.to("/cases/" + id + "/propose");
        }
        Form form = Query.id(listed)
                .map(listingId -> about(listingId, "REMOVE".equals(kind)).with("listingId", listingId))
                .orElseGet(Form::empty);
        form.with("programme", programme)
                .with("subjectId", subject)
                .with("kind", Query.orNull(kind) == null ? "ADD" : kind);
        Closed.unless(caseOf(id).allowedActions(), "case", "propose", "/cases/" + id);
        return drafted(id, form);
    }

    @POST
    @Path("cases/{id}/proposals/new")
    public Object draft(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, "/cases/" + id, Messages.text(ui.language(), "draft.new"));
        if (form.rowsChanged()) {
            return drafted(id, form);
        }
        try {
            JsonNode made = listing.addToCase(id, "proposals", Draft.text(form), form.once());
            return Go.done("/proposals/" + made.path("id").asText(), "drafted");
        } catch (Refusal refusal) {
            return drafted(id, form.refused(refusal));
        }
    }

    @GET
    @Path("proposals/{id}/edit")
    public TemplateInstance amend(@PathParam("id") String id) {
        Closed.unless(listing.proposal(id).allowedActions(), "proposal", "amend", "/proposals/" + id);
        return amended(id, Draft.form(listing.proposalText(id)));
    }

    @POST
    @Path("proposals/{id}/edit")
    public Object amend(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, "/proposals/" + id, Messages.text(ui.language(), "draft.edit"));
        if (form.rowsChanged()) {
            return amended(id, form);
        }
        try {
            listing.amendProposal(id, '"' + form.text("version") + '"', Draft.text(form));
            return Go.done("/proposals/" + id, "amended");
        } catch (Refusal refusal) {
            return amended(id, form.refused(refusal));
        }
    }

    /** What was decided of a listing stands in the form, as far as the reader sees it; a removal has reasons of its own. */
    private Form about(String listingId, boolean removal) {
        try {
            String proposal = listing.listing(listingId).proposalId();
            return proposal == null ? Form.empty() : Draft.startingFrom(listing.proposalText(proposal), removal);
        } catch (Refusal notSeen) {
            return Form.empty();
        }
    }

    private TemplateInstance drafted(String caseId, Form form) {
        CaseView its = caseOf(caseId);
        return Templates.draft(form, page(form, its, "/cases/" + caseId, "/cases/" + caseId + "/proposals/new", null));
    }

    private TemplateInstance amended(String id, Form form) {
        ProposalView existing = listing.proposal(id);
        ui.shows(existing.marking());
        CaseView its = caseOf(existing.caseId());
        return Templates.draft(form, page(form, its, "/proposals/" + id, "/proposals/" + id + "/edit", existing));
    }

    private DraftPage page(Form form, CaseView its, String back, String action, ProposalView existing) {
        ProgrammeView programme = programmes.get(form.text("programme"));
        List<ExhibitRow> exhibits =
                evidence.exhibits(its.id(), null, MOST_EXHIBITS).items();
        exhibits.forEach(one -> ui.shows(one.marking()));
        return new DraftPage(
                its.title(),
                back,
                action,
                programme,
                programme.grounds().stream()
                        .map(ground -> new Option(
                                ground.code(),
                                Messages.find(ui.language(), "ground." + ground.code())
                                        .orElse(ground.text()),
                                ""))
                        .toList(),
                programme.criteria().stream()
                        .map(one -> new Option(
                                one.code(),
                                one.code() + (one.reference() == null ? "" : " · " + one.reference()),
                                one.text()))
                        .toList(),
                Option.words("paragraph", List.of("FACT", "CONCLUSION")),
                exhibits.stream()
                        .map(one -> new Option(
                                one.ref(),
                                one.title(),
                                Messages.text(ui.language(), "exhibit.version") + " " + one.version() + ", "
                                        + Messages.text(ui.language(), "use." + one.relianceUse())))
                        .toList(),
                MarkingChoices.levels(),
                MarkingChoices.releases(),
                existing);
    }

    private CaseView caseOf(String id) {
        CaseView its = listing.caseFile(id);
        ui.shows(its.marking());
        return its;
    }
}
