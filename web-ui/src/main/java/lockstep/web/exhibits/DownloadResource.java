package lockstep.web.exhibits;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Query;
import lockstep.web.layout.Ui;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.ExhibitView;
import lockstep.web.services.HandlingView;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The bytes of a version, for which its reader says what for where the marking asks it, and the report of its custody. */
@Path("/")
@RunOnVirtualThread
public class DownloadResource {
    private static final List<String> PASSED_ON =
            List.of(HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.CONTENT_LENGTH, "Digest", "Repr-Digest");

    private final EvidenceService evidence;
    private final Ui ui;

    DownloadResource(@RestClient EvidenceService evidence, Ui ui) {
        this.evidence = evidence;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "exhibits")
    static class Templates {
        static native TemplateInstance download(ExhibitView x, int version, Form form, HandlingView handling);
    }

    @GET
    @Path("exhibits/{id}/versions/{version}/download")
    public Object ask(@PathParam("id") String id, @PathParam("version") int version) {
        HandlingView handling = evidence.handling(id, version);
        return handling.purposeAsked()
                ? page(
                        id,
                        version,
                        Form.empty().with("purpose", Objects.requireNonNullElse(handling.lastPurpose(), "")),
                        handling)
                : Go.to("/exhibits/" + id + "/versions/" + version + "/content");
    }

    @POST
    @Path("exhibits/{id}/versions/{version}/download")
    public Object download(
            @PathParam("id") String id, @PathParam("version") int version, MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, "/exhibits/" + id, Messages.text(ui.language(), "exhibit.download"));
        try {
            return passedOn(evidence.content(
                    id, version, Query.orNull(form.text("purpose")), "true".equals(form.text("original"))));
        } catch (Refusal refusal) {
            return page(
                    id, version, form.refused(refusal).asked(DownloadResource::field), evidence.handling(id, version));
        }
    }

    /** Whatever is refused here is about what was said, or mended by saying something else. */
    private static String field(String refused) {
        return refused.isEmpty() || "?purpose".equals(refused) ? "purpose" : refused;
    }

    /** Journalled by evidence-service before the first byte; passed on as it comes. */
    @GET
    @Path("exhibits/{id}/versions/{version}/content")
    public Response content(@PathParam("id") String id, @PathParam("version") int version) {
        return passedOn(evidence.content(id, version, null, null));
    }

    @GET
    @Path("exhibits/{id}/custody-report.pdf")
    public Response printedReport(@PathParam("id") String id, @QueryParam("after") String after) {
        return passedOn(evidence.printedCustodyReport(
                id, Query.orNull(after), ui.language().getLanguage()));
    }

    @GET
    @Path("exhibits/{id}/custody-report.json")
    public Response report(@PathParam("id") String id, @QueryParam("after") String after) {
        return passedOn(evidence.custodyReport(id, Query.orNull(after)));
    }

    private static Response passedOn(Response from) {
        Response.ResponseBuilder to = Response.ok(from.readEntity(InputStream.class))
                .type(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment");
        PASSED_ON.stream().filter(name -> from.getHeaderString(name) != null).forEach(name -> to.header(name, null)
                .header(name, from.getHeaderString(name)));
        return to.build();
    }

    private TemplateInstance page(String id, int version, Form form, HandlingView handling) {
        ExhibitView found = evidence.exhibit(id);
        found.versions().forEach(one -> ui.shows(one.marking()));
        return Templates.download(found, version, form, handling);
    }
}
