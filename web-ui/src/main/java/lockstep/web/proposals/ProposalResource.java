package lockstep.web.proposals;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.ActPage;
import lockstep.web.layout.Acts;
import lockstep.web.layout.Askable;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Shown;
import lockstep.web.layout.Track;
import lockstep.web.layout.Ui;
import lockstep.web.services.DuplicateRow;
import lockstep.web.services.Listed;
import lockstep.web.services.ListingService;
import lockstep.web.services.NoteView;
import lockstep.web.services.ProgrammeView;
import lockstep.web.services.ProposalView;
import lockstep.web.services.Refusal;
import lockstep.web.services.SubjectBrief;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** One proposal: its text, who has said what, where it stands, and the acts that the service offers this reader. */
@Path("/")
@RunOnVirtualThread
public class ProposalResource {
    private final ListingService listing;
    private final Askable askable;
    private final Programmes programmes;
    private final Ui ui;

    ProposalResource(@RestClient ListingService listing, Askable askable, Programmes programmes, Ui ui) {
        this.listing = listing;
        this.askable = askable;
        this.programmes = programmes;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "proposals")
    static class Templates {
        static native TemplateInstance proposal(
                ProposalView p,
                SubjectBrief subject,
                ProgrammeView programme,
                List<ShownTerm> terms,
                Track track,
                Acts acts,
                Askable.Told askable,
                Listed<NoteView> notes);

        static native TemplateInstance accept(
                ProposalView p,
                SubjectBrief subject,
                List<DuplicateRow> duplicates,
                Form form,
                List<Option> judgements);

        static native TemplateInstance changes(
                ProposalView p, SubjectBrief subject, int from, int to, List<ParagraphDiff.Changed> changes);
    }

    @GET
    @Path("proposals/{id}")
    public TemplateInstance show(@PathParam("id") String id) {
        ProposalView found = find(id);
        ProgrammeView programme = programmes.get(found.programme());
        return Templates.proposal(
                found,
                subject(found),
                programme,
                ShownTerm.of(programme, found.text().terms(), ui.language()),
                Track.of(programme, found.status(), found.stage()),
                Acts.of(found.allowedActions(), "proposal", action -> page(id, action)),
                askable.of(found.closedCites().stream()
                        .map(cite -> new Askable.Version(found.caseId(), cite.exhibitId(), cite.version()))
                        .toList()),
                listing.notes("proposals", id));
    }

    private static String page(String id, String action) {
        return switch (action) {
            case "amend" -> "/proposals/" + id + "/edit";
            case "write-language-version", "confirm-language-version" -> "/proposals/" + id + "/languages";
            case "accept", "correct" -> "/proposals/" + id + "/" + action;
            default -> "/proposals/" + id + "/act/" + action;
        };
    }

    @GET
    @Path("proposals/{id}/accept")
    public TemplateInstance accept(@PathParam("id") String id) {
        ProposalView found = find(id);
        Closed.unless(found.allowedActions(), "proposal", "accept", found.page());
        return accepting(found, Form.empty().with("revisionRead", String.valueOf(found.revision())));
    }

    @POST
    @Path("proposals/{id}/accept")
    public Object accept(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, "/proposals/" + id, Messages.text(ui.language(), "act.proposal.accept"));
        try {
            listing.act("proposals", id, "accept", numbered(form), form.once());
            return Go.done("/proposals/" + id, "accept");
        } catch (Refusal refusal) {
            return accepting(find(id), form.refused(refusal));
        }
    }

    private TemplateInstance accepting(ProposalView found, Form form) {
        return Templates.accept(
                found,
                subject(found),
                listing.duplicates(found.id()).items(),
                form,
                Option.words("judgement", List.of("DIFFERENT", "SAME", "SAME_SEVERAL_ROWS")));
    }

    @GET
    @Path("proposals/{id}/changes")
    public TemplateInstance changes(
            @PathParam("id") String id, @QueryParam("from") int from, @QueryParam("to") int to) {
        ProposalView found = find(id);
        return Templates.changes(
                found,
                subject(found),
                from,
                to,
                ParagraphDiff.between(
                        listing.revision(id, from).reasons(),
                        listing.revision(id, to).reasons()));
    }

    @GET
    @Path("proposals/{id}/act/{action}")
    public TemplateInstance ask(@PathParam("id") String id, @PathParam("action") String action) {
        ActForm act = ActForm.of("proposal", action);
        ProposalView found = find(id);
        Closed.unless(found.allowedActions(), "proposal", action, found.page());
        return asking(found, act, Form.empty());
    }

    @POST
    @Path("proposals/{id}/act/{action}")
    public Object act(
            @PathParam("id") String id, @PathParam("action") String action, MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of("proposal", action);
        Form form = Form.posted(fields, "/proposals/" + id, act.label());
        try {
            var body = act.body(form, programmes.zone(form.text("programme")));
            body.remove("programme");
            if (body.hasNonNull("revisionRead")) {
                body.put("revisionRead", body.get("revisionRead").asInt());
            }
            var made = listing.act("proposals", id, act.verb(), body, form.once());
            boolean anew = "resubmit".equals(action) && made != null && made.hasNonNull("id");
            return Go.done("/proposals/" + (anew ? made.get("id").asText() : id), act.action());
        } catch (Refusal refusal) {
            return asking(find(id), act, form.refused(refusal));
        }
    }

    private TemplateInstance asking(ProposalView found, ActForm act, Form form) {
        List<ActPage.Fact> hidden = new ArrayList<>();
        hidden.add(new ActPage.Fact("programme", found.programme()));
        if (!List.of("hold", "resume", "withdraw", "resubmit", "note", "widen-return", "widen-opinion")
                .contains(act.action())) {
            // what was read when the page was first shown, not what a newer revision says
            String read = form.has("revisionRead") ? form.text("revisionRead") : String.valueOf(found.revision());
            hidden.add(new ActPage.Fact("revisionRead", read));
        }
        var language = ui.language();
        return ActPage.show(
                act,
                form,
                ActPage.About.of(subject(found).name(), found.page())
                        .withSubject(subject(found))
                        .withWarning(unread(found, act.action()))
                        .withFacts(List.of(
                                new ActPage.Fact(
                                        Messages.text(language, "word.programme"),
                                        Messages.text(language, "programme." + found.programme())),
                                new ActPage.Fact(
                                        Messages.text(language, "word.revision"), String.valueOf(found.revision()))))
                        .withHidden(hidden)
                        .withChoices(found.toConsult().stream()
                                .map(code -> Option.of(code, code + " · " + Shown.agencyName(code)))
                                .toList()));
    }

    /** Whoever judges the evidence is told what of it he can't open; the law leaves it to him what he makes of that. */
    private String unread(ProposalView found, String action) {
        List<ProposalView.Cite> closed = found.closedCites();
        if (closed.isEmpty() || !List.of("endorse", "advise", "find-sufficient").contains(action)) {
            return null;
        }
        String which = closed.stream()
                .map(cite -> Shown.shortHash(cite.exhibitId()) + ", " + Messages.text(ui.language(), "exhibit.version")
                        + " " + cite.version())
                .collect(Collectors.joining(" · "));
        return Messages.text(ui.language(), "proposal.unread", which);
    }

    private static ObjectNode numbered(Form form) {
        var body = form.filled();
        body.put("revisionRead", body.path("revisionRead").asInt());
        if (!body.has("judgements")) {
            body.putArray("judgements");
        }
        return body;
    }

    private ProposalView find(String id) {
        ProposalView found = listing.proposal(id);
        ui.shows(found.marking());
        return found;
    }

    private static SubjectBrief subject(ProposalView found) {
        return found.text().subject().brief();
    }
}
