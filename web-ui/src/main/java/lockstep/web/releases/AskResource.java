package lockstep.web.releases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.Askable;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.MarkingChoices;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Ui;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks for the release of one version: also of one that its reader only knows to exist. */
@Path("/")
@RunOnVirtualThread
public class AskResource {
    private static final List<String> KINDS = List.of("SHARE", "QUOTE", "DISCLOSE_TO_PARTY", "PUBLISH", "DOWNGRADE");
    private static final String PAGE = "cases/{caseId}/exhibits/{id}/versions/{version}/release";

    private final EvidenceService evidence;
    private final Askable askable;
    private final Programmes programmes;
    private final Ui ui;

    AskResource(@RestClient EvidenceService evidence, Askable askable, Programmes programmes, Ui ui) {
        this.evidence = evidence;
        this.askable = askable;
        this.programmes = programmes;
        this.ui = ui;
    }

    /** Which version of which case is asked for. */
    record Of(String caseId, String exhibitId, int version) {
        public String page() {
            return "/cases/" + caseId + "/exhibits/" + exhibitId + "/versions/" + version + "/release";
        }
    }

    @CheckedTemplate(basePath = "releases")
    static class Templates {
        static native TemplateInstance ask(
                AskResource.Of of,
                Form form,
                List<Option> kinds,
                List<Option> to,
                List<Option> levels,
                List<Option> groups);
    }

    /** {@code kind}, {@code to}: what the page that leads here needs. */
    @GET
    @Path(PAGE)
    public TemplateInstance ask(
            @PathParam("caseId") String caseId,
            @PathParam("id") String id,
            @PathParam("version") int version,
            @QueryParam("kind") @DefaultValue("SHARE") String kind,
            @QueryParam("to") String to) {
        Closed.unless(askable.hasRole(), "release.ask", "/cases/" + caseId);
        if (!askable.of(List.of(new Askable.Version(caseId, id, version))).can(caseId, id, version)) {
            throw new NotFoundException();
        }
        Form form = Form.empty().with("kind", kind);
        String mine = ui.actor().map(actor -> "AGENCY:" + actor.agency().code()).orElse(null);
        form.with("to", to == null ? mine : to);
        return asking(new Of(caseId, id, version), form);
    }

    @POST
    @Path(PAGE)
    public Object ask(
            @PathParam("caseId") String caseId,
            @PathParam("id") String id,
            @PathParam("version") int version,
            MultivaluedMap<String, String> fields) {
        Of of = new Of(caseId, id, version);
        Form form = Form.posted(fields, of.page(), Messages.text(ui.language(), "release.ask"));
        boolean downgrade = "DOWNGRADE".equals(form.text("kind"));
        ObjectNode request = form.withMarking().filled();
        Addressees.split(request);
        if (downgrade) {
            request.remove(List.of("to", "until"));
        } else {
            request.remove("marking");
        }
        if (request.hasNonNull("until")) {
            request.put("until", ActForm.instant(request.get("until").asText(), ui.zone()));
        }
        ReleaseResource.ref(request.putArray("items").addObject(), id + ":" + version);
        try {
            String made = evidence.askForRelease(caseId, request, form.once())
                    .path("id")
                    .asText();
            return Go.done("/releases/" + made, "release-asked");
        } catch (Refusal refusal) {
            return asking(of, form.refused(refusal).asked(field -> field.startsWith("to.") ? "to" : field));
        }
    }

    private TemplateInstance asking(Of of, Form form) {
        return Templates.ask(
                of,
                form,
                KINDS.stream()
                        .map(kind -> new Option(
                                kind,
                                Messages.text(ui.language(), "release-kind." + kind),
                                Messages.text(ui.language(), "release-kind-hint." + kind)))
                        .toList(),
                Addressees.all(programmes),
                MarkingChoices.levels(),
                MarkingChoices.releases());
    }
}
