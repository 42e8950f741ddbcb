package lockstep.web.proposals;

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
import java.util.List;
import java.util.regex.Pattern;
import lockstep.web.layout.Acts;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Ui;
import lockstep.web.services.LanguagesView;
import lockstep.web.services.LanguagesView.InLanguage;
import lockstep.web.services.ListingService;
import lockstep.web.services.ProposalView;
import lockstep.web.services.Refusal;
import lockstep.web.services.SubjectBrief;
import lockstep.web.services.TextService;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** A proposal's text in the languages that its law asks for: read beside the original, written, confirmed. */
@Path("/proposals/{id}/languages")
@RunOnVirtualThread
public class LanguageResource {
    private static final String WRITE = "write-language-version";
    private static final String CONFIRM = "confirm-language-version";
    private static final Pattern PARAGRAPH = Pattern.compile("^(paragraphs\\.[0-9]+)$");

    private final ListingService listing;
    private final TextService texts;
    private final Ui ui;

    LanguageResource(@RestClient ListingService listing, @RestClient TextService texts, Ui ui) {
        this.listing = listing;
        this.texts = texts;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "proposals")
    static class Templates {
        static native TemplateInstance languages(
                ProposalView p, SubjectBrief subject, LanguagesView text, List<Shown> languages);

        static native TemplateInstance writeLanguage(
                ProposalView p, SubjectBrief subject, LanguagesView text, String language, Form form);

        static native TemplateInstance confirmLanguage(
                ProposalView p, SubjectBrief subject, LanguagesView text, InLanguage its, Form form);
    }

    /** One language with what the reader can do. */
    public record Shown(InLanguage its, Acts acts) {}

    @GET
    public TemplateInstance show(@PathParam("id") String id) {
        ProposalView of = find(id);
        LanguagesView text = texts.languages(id);
        List<Shown> shown = text.languages().stream()
                .map(its -> new Shown(
                        its,
                        Acts.of(
                                its.allowedActions(),
                                "proposal",
                                action -> page(id, its.language(), action.equals(WRITE) ? "write" : "confirm"))))
                .toList();
        return Templates.languages(of, subject(of), text, shown);
    }

    @GET
    @Path("{language}/write")
    public TemplateInstance write(@PathParam("id") String id, @PathParam("language") String language) {
        LanguagesView text = texts.languages(id);
        InLanguage its = text.in(language);
        Closed.unless(its.allowedActions(), "proposal", WRITE, page(id));
        Form form = Form.empty().with("contentHashRead", text.contentHash());
        if (its.text() != null) {
            form.with("name", its.text().name());
            for (int i = 0; i < its.text().paragraphs().size(); i++) {
                form.with("paragraphs." + i + ".text", its.text().paragraphs().get(i));
            }
        }
        return writing(id, text, language, form);
    }

    @POST
    @Path("{language}/write")
    public Object write(
            @PathParam("id") String id, @PathParam("language") String language, MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, page(id), words("act.proposal." + WRITE));
        LanguagesView text = texts.languages(id);
        try {
            listing.act("proposals", id, "language-versions", body(form, language, text), form.once());
            return Go.done(page(id), WRITE);
        } catch (Refusal refusal) {
            form.refused(refusal).asked(field -> PARAGRAPH.matcher(field).replaceFirst("$1.text"));
            return writing(id, text, language, form);
        }
    }

    /** A paragraph that is left empty is sent as such, so that the next ones keep their places. */
    private static ObjectNode body(Form form, String language, LanguagesView text) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("language", language);
        body.put("contentHashRead", form.text("contentHashRead"));
        if (form.has("name")) {
            body.put("name", form.text("name"));
        }
        ArrayNode paragraphs = body.putArray("paragraphs");
        for (int i = 0; i < text.original().paragraphs().size(); i++) {
            paragraphs.add(form.text("paragraphs." + i + ".text"));
        }
        return body;
    }

    private TemplateInstance writing(String id, LanguagesView text, String language, Form form) {
        ProposalView of = find(id);
        return Templates.writeLanguage(of, subject(of), text, language, form);
    }

    @GET
    @Path("{language}/confirm")
    public TemplateInstance confirm(@PathParam("id") String id, @PathParam("language") String language) {
        LanguagesView text = texts.languages(id);
        InLanguage its = text.in(language);
        Closed.unless(its.allowedActions(), "proposal", CONFIRM, page(id));
        return confirming(id, text, its, Form.empty().with("sha256Read", its.sha256()));
    }

    @POST
    @Path("{language}/confirm")
    public Object confirm(
            @PathParam("id") String id, @PathParam("language") String language, MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, page(id), words("act.proposal." + CONFIRM));
        try {
            texts.confirmLanguage(id, language, form.filled(), form.once());
            return Go.done(page(id), CONFIRM);
        } catch (Refusal refusal) {
            LanguagesView text = texts.languages(id);
            return confirming(id, text, text.in(language), form.refused(refusal));
        }
    }

    private TemplateInstance confirming(String id, LanguagesView text, InLanguage its, Form form) {
        ProposalView of = find(id);
        return Templates.confirmLanguage(of, subject(of), text, its, form);
    }

    private String words(String key) {
        return Messages.text(ui.language(), key);
    }

    private static String page(String id) {
        return "/proposals/" + id + "/languages";
    }

    private static String page(String id, String language, String act) {
        return page(id) + "/" + language + "/" + act;
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
