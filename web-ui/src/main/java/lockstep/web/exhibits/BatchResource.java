package lockstep.web.exhibits;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Query;
import lockstep.web.layout.Ui;
import lockstep.web.services.BatchView;
import lockstep.web.services.CaseView;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.Listed;
import lockstep.web.services.ListingService;
import lockstep.web.services.Refusal;
import lockstep.web.services.UploadRow;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Batches: what is said of all their files, then the files, with what came in and what did not. */
@Path("/")
@RunOnVirtualThread
public class BatchResource {
    private static final int SHOWN = 100;

    private final ListingService listing;
    private final EvidenceService evidence;
    private final Ui ui;

    BatchResource(@RestClient ListingService listing, @RestClient EvidenceService evidence, Ui ui) {
        this.listing = listing;
        this.evidence = evidence;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "exhibits")
    static class Templates {
        static native TemplateInstance openBatch(Form form, CaseView c, ExhibitForm.Choices choices);

        static native TemplateInstance batch(
                BatchView b,
                CaseView c,
                Listed<UploadRow> failed,
                Listed<UploadRow> unfinished,
                String nextPage,
                Listed<UploadRow> parts,
                String partsPage);
    }

    @GET
    @Path("cases/{id}/batches/new")
    public TemplateInstance open(@PathParam("id") String id) {
        return opening(id, ExhibitForm.proposed(evidence.descriptionDefaults(id)));
    }

    @POST
    @Path("cases/{id}/batches/new")
    public Object open(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, "/cases/" + id + "/exhibits", Messages.text(ui.language(), "batch.open"));
        try {
            String batch = evidence.openBatch(id, ExhibitForm.description(form), form.once())
                    .id();
            return Go.to("/batches/" + batch);
        } catch (Refusal refusal) {
            return opening(id, form.refused(refusal));
        }
    }

    @GET
    @Path("batches/{id}")
    public TemplateInstance show(
            @PathParam("id") String id, @QueryParam("list") String list, @QueryParam("cursor") String cursor) {
        BatchView batch = evidence.batch(id);
        ui.shows(batch.marking());
        boolean onParts = "parts".equals(list);
        Query page = Query.page("/batches/" + id);
        return Templates.batch(
                batch,
                caseOf(batch.caseId()),
                evidence.uploads(id, "FAILED", onParts ? null : cursor, SHOWN),
                evidence.uploads(id, "RECEIVING", null, SHOWN),
                page.next(),
                batch.ofParts()
                        ? evidence.uploads(id, "ACCEPTED", onParts ? cursor : null, SHOWN)
                        : new Listed<>(List.of(), null),
                page.with("list", "parts").next());
    }

    /** What is here already and could not be registered is tried again without being sent again. */
    @POST
    @Path("batches/{id}/uploads/{upload}/retry")
    public Response retry(@PathParam("id") String id, @PathParam("upload") String upload) {
        try {
            evidence.retryUpload(upload);
            return Go.done("/batches/" + id, "exhibit-held");
        } catch (Refusal refusal) {
            if (!refusal.mendable()) {
                throw refusal;
            }
            return Go.to("/batches/" + id);
        }
    }

    private TemplateInstance opening(String caseId, Form form) {
        return Templates.openBatch(form, caseOf(caseId), ExhibitForm.choices());
    }

    private CaseView caseOf(String id) {
        CaseView its = listing.caseFile(id);
        ui.shows(its.marking());
        return its;
    }
}
