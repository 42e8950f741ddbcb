package lockstep.web.proposals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.ActPage;
import lockstep.web.layout.Acts;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Ui;
import lockstep.web.services.CorrectableView;
import lockstep.web.services.CorrectionView;
import lockstep.web.services.ListingService;
import lockstep.web.services.ProposalView;
import lockstep.web.services.Refusal;
import lockstep.web.services.SubjectBrief;
import lockstep.web.services.TextService;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Formal corrections of a proposal's decided text: what was corrected and how it stands, and the form that makes one. */
@Path("/")
@RunOnVirtualThread
public class CorrectionResource {
    /** A field that can't be corrected is a fault of the choice to do so. */
    private static final Pattern CHOSEN = Pattern.compile("^(changes\\.[0-9]+\\.)field$");

    private final ListingService listing;
    private final TextService texts;
    private final Programmes programmes;
    private final Ui ui;

    CorrectionResource(
            @RestClient ListingService listing, @RestClient TextService texts, Programmes programmes, Ui ui) {
        this.listing = listing;
        this.texts = texts;
        this.programmes = programmes;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "proposals")
    static class Templates {
        static native TemplateInstance corrections(
                ProposalView p, SubjectBrief subject, List<Shown> corrections, Acts acts, String zone);

        static native TemplateInstance correct(ProposalView p, SubjectBrief subject, List<Row> rows, Form form);
    }

    /** One correction with its differences and what the reader can do. */
    public record Shown(CorrectionView c, List<Diff> diffs, Acts acts) {}

    /** One change word by word. */
    public record Diff(CorrectionView.Change change, List<ParagraphDiff.Run> runs) {}

    /** One field of the form with its choices. */
    public record Row(CorrectableView.Field field, List<Option> kinds) {}

    @GET
    @Path("proposals/{id}/corrections")
    public TemplateInstance list(@PathParam("id") String id) {
        return page(find(id), texts.corrections(id).items());
    }

    @GET
    @Path("corrections/{id}")
    public TemplateInstance show(@PathParam("id") String id) {
        CorrectionView its = texts.correction(id);
        return page(find(its.proposalId()), List.of(its));
    }

    private TemplateInstance page(ProposalView of, List<CorrectionView> corrections) {
        List<Shown> shown = corrections.stream()
                .map(its -> new Shown(
                        its,
                        its.changes().stream()
                                .map(change -> new Diff(change, ParagraphDiff.words(change.before(), change.after())))
                                .toList(),
                        Acts.of(
                                its.allowedActions(),
                                "correction",
                                action -> "/corrections/" + its.id() + "/act/" + action)))
                .toList();
        return Templates.corrections(
                of,
                subject(of),
                shown,
                Acts.of(
                        texts.correctable(of.id()).allowedActions(),
                        "proposal",
                        action -> "/proposals/" + of.id() + "/" + action),
                programmes.get(of.programme()).zone());
    }

    @GET
    @Path("proposals/{id}/correct")
    public TemplateInstance correct(@PathParam("id") String id) {
        CorrectableView text = texts.correctable(id);
        Closed.unless(text.allowedActions(), "proposal", "correct", "/proposals/" + id + "/corrections");
        Form form = Form.empty().with("textHashRead", String.valueOf(text.textHash()));
        for (int i = 0; i < text.fields().size(); i++) {
            form.with("changes." + i + ".text", text.fields().get(i).text());
        }
        return correcting(id, text, form);
    }

    @POST
    @Path("proposals/{id}/correct")
    public Object correct(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.posted(
                fields, "/proposals/" + id + "/corrections", Messages.text(ui.language(), "act.proposal.correct"));
        List<Integer> chosen = new ArrayList<>();
        try {
            JsonNode made = listing.act("proposals", id, "corrections", body(form, chosen), form.once());
            return Go.done("/corrections/" + made.path("id").asText(), "correct");
        } catch (Refusal refusal) {
            form.refused(refusal).moved("changes", chosen).asked(field -> CHOSEN.matcher(field)
                    .replaceFirst("$1kind"));
            return correcting(id, texts.correctable(id), form);
        }
    }

    /** Only the fields for which a kind was chosen are sent; {@code chosen} tells which of the page's they are. */
    private static ObjectNode body(Form form, List<Integer> chosen) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("textHashRead", form.text("textHashRead"));
        body.put("reason", form.text("reason"));
        ArrayNode changes = body.putArray("changes");
        for (int i = 0; i < form.at("changes").size(); i++) {
            if (form.has("changes." + i + ".kind")) {
                chosen.add(i);
                changes.addObject()
                        .put("field", form.text("changes." + i + ".field"))
                        .put("kind", form.text("changes." + i + ".kind"))
                        .put("text", form.text("changes." + i + ".text"));
            }
        }
        return body;
    }

    private TemplateInstance correcting(String id, CorrectableView text, Form form) {
        ProposalView of = find(id);
        List<Row> rows = text.fields().stream()
                .map(field -> new Row(field, kinds(field)))
                .toList();
        return Templates.correct(of, subject(of), rows, form);
    }

    private List<Option> kinds(CorrectableView.Field field) {
        List<Option> kinds = new ArrayList<>();
        kinds.add(Option.of("", Messages.text(ui.language(), "correction-kind.NONE")));
        kinds.addAll(Option.words("correction-kind", field.kinds()));
        return kinds;
    }

    @GET
    @Path("corrections/{id}/act/{action}")
    public TemplateInstance ask(@PathParam("id") String id, @PathParam("action") String action) {
        CorrectionView its = texts.correction(id);
        ActForm act = ActForm.of("correction", action);
        Closed.unless(its.allowedActions(), "correction", action, "/corrections/" + id);
        return asking(its, act, Form.empty());
    }

    @POST
    @Path("corrections/{id}/act/{action}")
    public Object act(
            @PathParam("id") String id, @PathParam("action") String action, MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of("correction", action);
        Form form = Form.posted(fields, "/corrections/" + id, act.label());
        try {
            listing.act("corrections", id, act.verb(), form.filled(), form.once());
            return Go.done("/corrections/" + id, "correction-" + act.action());
        } catch (Refusal refusal) {
            return asking(texts.correction(id), act, form.refused(refusal));
        }
    }

    private TemplateInstance asking(CorrectionView its, ActForm act, Form form) {
        ProposalView of = find(its.proposalId());
        List<ActPage.Fact> hidden = new ArrayList<>();
        if ("confirm".equals(act.action())) {
            String read = form.has("correctionHashRead") ? form.text("correctionHashRead") : its.correctionHash();
            hidden.add(new ActPage.Fact("correctionHashRead", read));
        }
        List<ActPage.Fact> facts = new ArrayList<>();
        its.changes()
                .forEach(change -> facts.add(new ActPage.Fact(
                        Messages.text(ui.language(), "correction-kind." + change.kind()),
                        change.before() + " → " + change.after())));
        return ActPage.show(
                act,
                form,
                ActPage.About.of(subject(of).name(), "/corrections/" + its.id())
                        .withSubject(subject(of))
                        .withFacts(facts)
                        .withHidden(hidden));
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
