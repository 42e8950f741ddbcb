package lockstep.web.exhibits;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.SentFile;
import lockstep.web.layout.Ui;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.ExhibitMade;
import lockstep.web.services.ExhibitView;
import lockstep.web.services.RedactionService;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** Brings a redacted copy of an exhibit, and has it looked through for what must be gone. */
@Path("/")
@RunOnVirtualThread
public class RedactionResource {
    private final RedactionService redactions;
    private final EvidenceService evidence;
    private final Ui ui;

    RedactionResource(@RestClient RedactionService redactions, @RestClient EvidenceService evidence, Ui ui) {
        this.redactions = redactions;
        this.evidence = evidence;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "exhibits")
    static class Templates {
        static native TemplateInstance redact(ExhibitView x, Form form, ExhibitForm.Choices choices);
    }

    @GET
    @Path("exhibits/{id}/redact")
    public TemplateInstance ask(@PathParam("id") String id) {
        ExhibitView its = shown(id);
        Closed.unless(List.of(redactions.about(id).bring()), "exhibit", "bring-redacted-copy", "/exhibits/" + id);
        return asking(its, Form.empty().marked(its.latest().marking()));
    }

    /** The copy is looked through at once; where that isn't possible yet, its page says so and offers it. */
    @POST
    @Path("exhibits/{id}/redact")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Object bring(@PathParam("id") String id, MultipartFormDataInput input) throws IOException {
        SentFile file = SentFile.of(input);
        Form form = Form.posted(
                SentFile.fields(input),
                "/exhibits/" + id,
                Messages.text(ui.language(), "act.exhibit.bring-redacted-copy"));
        ExhibitView its = shown(id);
        if (file.isEmpty()) {
            return asking(its, form.fault("file", Messages.text(ui.language(), "exhibit.no-file")));
        }
        ExhibitMade made;
        try (InputStream bytes = file.open()) {
            made = redactions.bring(id, its.latest().version(), said(form, file), form.once());
            evidence.putContent(made.id(), made.version(), bytes);
        } catch (Refusal refusal) {
            return asking(its, form.refused(refusal).asked(RedactionResource::field));
        } finally {
            file.forget();
        }
        return looked(made.id(), made.version());
    }

    @POST
    @Path("exhibits/{id}/versions/{version}/redaction-check")
    public Object check(@PathParam("id") String id, @PathParam("version") int version) {
        return looked(id, version);
    }

    private Object looked(String copy, int version) {
        try {
            redactions.check(copy, version);
            return Go.done("/exhibits/" + copy + "#redaction", "redaction-checked");
        } catch (Refusal refusal) {
            if (!refusal.mendable()) {
                throw refusal;
            }
            return Go.done("/exhibits/" + copy + "#redaction", "redaction-not-checked");
        }
    }

    /** One passage in each line. */
    private static ObjectNode said(Form form, SentFile file) {
        ObjectNode said = form.withMarking().filled();
        ArrayNode passages = said.putArray("passages");
        form.text("passages")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(passages::add);
        return said.put("mediaType", file.mediaType());
    }

    private static String field(String refused) {
        return refused.startsWith("passages") ? "passages" : refused.equals("mediaType") ? "file" : refused;
    }

    private static TemplateInstance asking(ExhibitView its, Form form) {
        return Templates.redact(its, form, ExhibitForm.choices());
    }

    private ExhibitView shown(String id) {
        ExhibitView found = evidence.exhibit(id);
        found.versions().forEach(version -> ui.shows(version.marking()));
        return found;
    }
}
