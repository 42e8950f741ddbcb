package lockstep.web.exhibits;

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
import java.util.Objects;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.SentFile;
import lockstep.web.layout.Ui;
import lockstep.web.services.CaseView;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.ExhibitMade;
import lockstep.web.services.ExhibitView;
import lockstep.web.services.ListingService;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** Exhibits come in: described first and sealed with their content after; a file stays here no longer than its request. */
@Path("/")
@RunOnVirtualThread
public class UploadResource {
    private final ListingService listing;
    private final EvidenceService evidence;
    private final Ui ui;

    UploadResource(@RestClient ListingService listing, @RestClient EvidenceService evidence, Ui ui) {
        this.listing = listing;
        this.evidence = evidence;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "exhibits")
    static class Templates {
        static native TemplateInstance upload(
                Form form, CaseView c, ExhibitView corrected, ExhibitForm.Choices choices);

        static native TemplateInstance content(ExhibitView x, int version, String fault);
    }

    @GET
    @Path("cases/{id}/exhibits/new")
    public TemplateInstance add(@PathParam("id") String id) {
        return uploading(caseOf(id), null, ExhibitForm.proposed(evidence.descriptionDefaults(id)));
    }

    @POST
    @Path("cases/{id}/exhibits/new")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Object add(@PathParam("id") String id, MultipartFormDataInput input) throws IOException {
        SentFile file = SentFile.of(input);
        Form form = Form.posted(
                SentFile.fields(input), "/cases/" + id + "/exhibits", Messages.text(ui.language(), "exhibit.add"));
        if (file.isEmpty()) {
            return uploading(caseOf(id), null, noFile(form));
        }
        try {
            ExhibitMade made = evidence.addExhibit(id, description(form, file), form.once());
            return sent(made.id(), made.version(), file);
        } catch (Refusal refusal) {
            file.forget();
            return uploading(caseOf(id), null, form.refused(refusal));
        }
    }

    /** A corrected version: what was said of the latest one stands in the form, to be changed where it was wrong. */
    @GET
    @Path("exhibits/{id}/versions/new")
    public TemplateInstance correct(@PathParam("id") String id) {
        ExhibitView its = shown(id);
        Closed.unless(its.allowedActions(), "exhibit", "add-version", "/exhibits/" + id);
        return uploading(caseOf(its.caseId()), its, saidOf(its.latest()));
    }

    @POST
    @Path("exhibits/{id}/versions/new")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Object correct(@PathParam("id") String id, MultipartFormDataInput input) throws IOException {
        SentFile file = SentFile.of(input);
        Form form = Form.posted(
                SentFile.fields(input), "/exhibits/" + id, Messages.text(ui.language(), "act.exhibit.add-version"));
        if (file.isEmpty()) {
            ExhibitView its = shown(id);
            return uploading(caseOf(its.caseId()), its, noFile(form));
        }
        try {
            ExhibitMade made = evidence.correctExhibit(id, description(form, file), form.once());
            return sent(made.id(), made.version(), file);
        } catch (Refusal refusal) {
            file.forget();
            ExhibitView its = shown(id);
            return uploading(caseOf(its.caseId()), its, form.refused(refusal));
        }
    }

    private Form noFile(Form form) {
        return form.fault("file", Messages.text(ui.language(), "exhibit.no-file"));
    }

    private static Form saidOf(ExhibitView.Version latest) {
        Form form = Form.empty()
                .with("title", latest.title())
                .with("sourceType", latest.sourceType())
                .with("sourceUrl", Objects.requireNonNullElse(latest.sourceUrl(), ""))
                .with("archivedUrl", Objects.requireNonNullElse(latest.archivedUrl(), ""))
                .with("languages", String.join(", ", latest.languages()))
                .with("reliability", latest.reliability())
                .with("credibility", String.valueOf(latest.credibility()))
                .with("relianceUse", latest.relianceUse())
                .with("personalData", Objects.requireNonNullElse(latest.personalData(), ""));
        if (latest.collectedAt() != null) {
            form.with("collectedAt", latest.collectedAt().toString().substring(0, 10));
        }
        return form.marked(latest.marking());
    }

    /** For an exhibit whose content was cut off on its way: its description stands, the file is sent again. */
    @GET
    @Path("exhibits/{id}/versions/{version}/content/new")
    public TemplateInstance again(@PathParam("id") String id, @PathParam("version") int version) {
        return Templates.content(shown(id), version, "");
    }

    @POST
    @Path("exhibits/{id}/versions/{version}/content/new")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Object again(@PathParam("id") String id, @PathParam("version") int version, MultipartFormDataInput input)
            throws IOException {
        SentFile file = SentFile.of(input);
        return file.isEmpty()
                ? Templates.content(shown(id), version, Messages.text(ui.language(), "exhibit.no-file"))
                : sent(id, version, file);
    }

    private Object sent(String id, int version, SentFile file) {
        try (InputStream bytes = file.open()) {
            evidence.putContent(id, version, bytes);
            return Go.done("/exhibits/" + id, "exhibit-held");
        } catch (Refusal refusal) {
            return Templates.content(
                    shown(id),
                    version,
                    String.join(
                            " ",
                            Form.empty().refused(refusal).errors().stream()
                                    .map(Form.FormError::text)
                                    .toList()));
        } catch (IOException unreadable) {
            return Templates.content(shown(id), version, Messages.text(ui.language(), "exhibit.cut-off"));
        } finally {
            file.forget();
        }
    }

    private static ObjectNode description(Form form, SentFile file) {
        return ExhibitForm.description(form).put("mediaType", file.mediaType());
    }

    private static TemplateInstance uploading(CaseView its, ExhibitView corrected, Form form) {
        return Templates.upload(form, its, corrected, ExhibitForm.choices());
    }

    private ExhibitView shown(String id) {
        ExhibitView found = evidence.exhibit(id);
        found.versions().forEach(version -> ui.shows(version.marking()));
        return found;
    }

    private CaseView caseOf(String id) {
        CaseView its = listing.caseFile(id);
        ui.shows(its.marking());
        return its;
    }
}
