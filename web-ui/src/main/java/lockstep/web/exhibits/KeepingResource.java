package lockstep.web.exhibits;

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
import lockstep.web.layout.Ui;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.ExhibitView;
import lockstep.web.services.KeepingView;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Legal holds on an exhibit, and its disposal. */
@Path("/")
@RunOnVirtualThread
public class KeepingResource {
    private static final String FAMILY = "exhibit";
    private static final String LIFT = "lift-hold";

    private final EvidenceService evidence;
    private final Ui ui;

    KeepingResource(@RestClient EvidenceService evidence, Ui ui) {
        this.evidence = evidence;
        this.ui = ui;
    }

    @GET
    @Path("exhibits/{id}/keep/{action}")
    public TemplateInstance ask(@PathParam("id") String id, @PathParam("action") String action) {
        ActForm act = ActForm.of(FAMILY, action);
        KeepingView keeping = evidence.keeping(id);
        Closed.unless(keeping.allowedActions(), FAMILY, action, page(id));
        return asking(shown(id), keeping, act, Form.empty());
    }

    @POST
    @Path("exhibits/{id}/keep/{action}")
    public Object act(
            @PathParam("id") String id, @PathParam("action") String action, MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of(FAMILY, action);
        Form form = Form.posted(fields, page(id), act.label());
        ExhibitView its = shown(id);
        try {
            switch (action) {
                case "set-hold" -> evidence.setHold(id, act.body(form, Ui.BRUSSELS), form.once());
                case "propose-disposal" -> evidence.proposeDisposal(id, act.body(form, Ui.BRUSSELS), form.once());
                case "confirm-disposal" -> evidence.confirmDisposal(id, form.once());
                case "drop-disposal" -> evidence.dropDisposal(id, form.once());
                default -> throw new NotFoundException();
            }
            return Go.done(page(id), action);
        } catch (Refusal refusal) {
            return asking(its, evidence.keeping(id), act, form.refused(refusal));
        }
    }

    @GET
    @Path("exhibits/{id}/holds/{hold}/lift")
    public TemplateInstance askToLift(@PathParam("id") String id, @PathParam("hold") String holdId) {
        Closed.unless(hold(id, holdId).mayLift(), "act.exhibit.lift-hold", page(id));
        return lifting(shown(id), holdId, Form.empty());
    }

    @POST
    @Path("exhibits/{id}/holds/{hold}/lift")
    public Object lift(
            @PathParam("id") String id, @PathParam("hold") String holdId, MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of(FAMILY, LIFT);
        Form form = Form.posted(fields, page(id), act.label());
        ExhibitView its = shown(id);
        try {
            evidence.liftHold(id, holdId, act.body(form, Ui.BRUSSELS), form.once());
            return Go.done(page(id), "legal-hold-lifted");
        } catch (Refusal refusal) {
            return lifting(its, holdId, form.refused(refusal));
        }
    }

    private KeepingView.Held hold(String id, String holdId) {
        KeepingView.Held held = evidence.keeping(id).hold(holdId);
        if (held == null) {
            throw new NotFoundException();
        }
        return held;
    }

    private TemplateInstance lifting(ExhibitView its, String holdId, Form form) {
        KeepingView.Hold hold = hold(its.id(), holdId).hold();
        ActPage.Fact fact = fact("keeping.hold", hold.reason() + " (" + hold.account() + ")");
        return ActPage.show(ActForm.of(FAMILY, LIFT), form, about(its).withFacts(List.of(fact)));
    }

    private TemplateInstance asking(ExhibitView its, KeepingView keeping, ActForm act, Form form) {
        boolean proposed = keeping.disposal() != null && !"set-hold".equals(act.action());
        List<ActPage.Fact> facts = proposed
                ? List.of(fact(
                        "keeping.disposal",
                        keeping.disposal().reason() + " (" + keeping.disposal().proposedBy() + ")"))
                : List.of();
        return ActPage.show(act, form, about(its).withFacts(facts));
    }

    private ActPage.Fact fact(String key, String value) {
        return new ActPage.Fact(Messages.text(ui.language(), key), value);
    }

    private static ActPage.About about(ExhibitView its) {
        return ActPage.About.of(its.title(), page(its.id()));
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
