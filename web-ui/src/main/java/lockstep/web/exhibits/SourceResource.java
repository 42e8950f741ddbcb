package lockstep.web.exhibits;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.ActPage;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Ui;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.ExhibitView;
import lockstep.web.services.Refusal;
import lockstep.web.services.SourceDetails;
import lockstep.web.services.SourceView;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The protected source of an exhibit: sealed, opened by its handlers, and who they are. */
@Path("/")
@RunOnVirtualThread
public class SourceResource {
    private static final String FAMILY = "exhibit";

    private final EvidenceService evidence;
    private final Ui ui;

    SourceResource(@RestClient EvidenceService evidence, Ui ui) {
        this.evidence = evidence;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "exhibits")
    static class Templates {
        static native TemplateInstance source(ExhibitView x, String pseudonym, SourceDetails details);
    }

    @GET
    @Path("exhibits/{id}/source/{action}")
    public TemplateInstance ask(@PathParam("id") String id, @PathParam("action") String action) {
        ActForm act = ActForm.of(FAMILY, action);
        SourceView source = evidence.source(id);
        Closed.unless(source.allowedActions(), FAMILY, action, page(id));
        return asking(shown(id), source, act, Form.empty());
    }

    /** What is opened is answered once and kept nowhere. */
    @POST
    @Path("exhibits/{id}/source/{action}")
    public Object act(
            @PathParam("id") String id, @PathParam("action") String action, MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of(FAMILY, action);
        Form form = Form.posted(fields, page(id), act.label());
        ObjectNode body = act.body(form, Ui.BRUSSELS);
        ExhibitView its = shown(id);
        try {
            switch (action) {
                case "protect-source", "change-source" -> evidence.sealSource(id, body);
                case "name-handler" -> evidence.nameHandler(id, body, form.once());
                case "open-source" -> {
                    SourceDetails details = evidence.openSource(id, body);
                    return Templates.source(its, evidence.source(id).pseudonym(), details);
                }
                default -> throw new NotFoundException();
            }
            return Go.done(page(id), action);
        } catch (Refusal refusal) {
            return asking(its, evidence.source(id), act, form.refused(refusal));
        }
    }

    @GET
    @Path("exhibits/{id}/source/handlers/{handler}/{action}")
    public TemplateInstance askAbout(
            @PathParam("id") String id, @PathParam("handler") String handlerId, @PathParam("action") String action) {
        ActForm act = ActForm.of(FAMILY, action);
        SourceView.Handling handler = handler(id, handlerId);
        Closed.unless(handler.allowedActions(), FAMILY, action, page(id));
        return about(shown(id), handler, act, Form.empty());
    }

    @POST
    @Path("exhibits/{id}/source/handlers/{handler}/{action}")
    public Object actOn(
            @PathParam("id") String id,
            @PathParam("handler") String handlerId,
            @PathParam("action") String action,
            MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of(FAMILY, action);
        Form form = Form.posted(fields, page(id), act.label());
        ExhibitView its = shown(id);
        SourceView.Handling handler = handler(id, handlerId);
        try {
            evidence.handler(id, handlerId, act.verb(), form.once());
            return Go.done(page(id), action);
        } catch (Refusal refusal) {
            return about(its, handler, act, form.refused(refusal));
        }
    }

    private SourceView.Handling handler(String id, String handlerId) {
        return evidence.source(id).handlers().stream()
                .filter(one -> one.id().equals(handlerId))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private TemplateInstance about(ExhibitView its, SourceView.Handling handler, ActForm act, Form form) {
        List<ActPage.Fact> facts =
                List.of(fact("handler.person", handler.account()), fact("handler.named", handler.namedBy()));
        return ActPage.show(
                act, form, ActPage.About.of(its.title(), page(its.id())).withFacts(facts));
    }

    private TemplateInstance asking(ExhibitView its, SourceView source, ActForm act, Form form) {
        List<Option> candidates = source.candidates().stream()
                .map(one -> Option.of(one.sub(), one.account()))
                .toList();
        return ActPage.show(
                act, form, ActPage.About.of(its.title(), page(its.id())).withChoices(candidates));
    }

    private ActPage.Fact fact(String key, String value) {
        return new ActPage.Fact(Messages.text(ui.language(), key), value);
    }

    private static String page(String id) {
        return "/exhibits/" + id;
    }

    private ExhibitView shown(String id) {
        ExhibitView found = evidence.exhibit(id);
        found.versions().forEach(version -> ui.shows(version.marking()));
        return found;
    }
}
