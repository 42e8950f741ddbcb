package lockstep.web.exhibits;

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
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.MarkingChoices;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Ui;
import lockstep.web.services.CaseView;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.ListingService;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Points to content above the ceiling, of which Lockstep holds nothing. */
@Path("/cases/{id}/pointers/new")
@RunOnVirtualThread
public class PointerResource {
    private final ListingService listing;
    private final EvidenceService evidence;
    private final Ui ui;

    PointerResource(@RestClient ListingService listing, @RestClient EvidenceService evidence, Ui ui) {
        this.listing = listing;
        this.evidence = evidence;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "exhibits")
    static class Templates {
        static native TemplateInstance pointer(
                CaseView c,
                Form form,
                List<Option> sources,
                List<Option> above,
                List<Option> levels,
                List<Option> groups);
    }

    @GET
    public TemplateInstance ask(@PathParam("id") String id) {
        return asking(id, Form.empty());
    }

    @POST
    public Object add(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, "/cases/" + id + "/exhibits", Messages.text(ui.language(), "pointer.add"));
        ObjectNode said = form.withMarking().filled();
        if (said.hasNonNull("collectedAt")) {
            said.put("collectedAt", said.get("collectedAt").asText() + "T00:00:00Z");
        }
        try {
            return Go.done(
                    "/exhibits/"
                            + evidence.addPointer(id, said, form.once())
                                    .path("id")
                                    .asText(),
                    "pointer-added");
        } catch (Refusal refusal) {
            return asking(id, form.refused(refusal));
        }
    }

    private TemplateInstance asking(String id, Form form) {
        CaseView its = listing.caseFile(id);
        ui.shows(its.marking());
        return Templates.pointer(
                its,
                form,
                ExhibitForm.choices().sources(),
                MarkingChoices.above(),
                MarkingChoices.levels(),
                MarkingChoices.releases());
    }
}
