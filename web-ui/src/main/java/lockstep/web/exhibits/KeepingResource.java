package lockstep.web.exhibits;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.ActPage;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Ui;
import lockstep.web.services.CaseView;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.ExhibitView;
import lockstep.web.services.KeepingView;
import lockstep.web.services.ListingService;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Legal holds on an exhibit, and its disposal. */
@Path("/")
@RunOnVirtualThread
public class KeepingResource {
    private static final String FAMILY = "exhibit";
    private static final String LIFT = "lift-hold";

    private final EvidenceService evidence;
    private final ListingService listing;
    private final Ui ui;

    KeepingResource(@RestClient EvidenceService evidence, @RestClient ListingService listing, Ui ui) {
        this.evidence = evidence;
        this.listing = listing;
        this.ui = ui;
    }

    @GET
    @Path("exhibits/{id}/keep/{action}")
    public TemplateInstance ask(@PathParam("id") String id, @PathParam("action") String action) {
        ActForm act = ActForm.of(FAMILY, action);
        KeepingView keeping = evidence.keeping(id);
        Closed.unless(keeping.allowedActions(), FAMILY, action, page(id));
        return asking(id, keeping, act, Form.empty(), List.of());
    }

    @POST
    @Path("exhibits/{id}/keep/{action}")
    public Object act(
            @PathParam("id") String id, @PathParam("action") String action, MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of(FAMILY, action);
        Form form = Form.posted(fields, page(id), act.label());
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
            KeepingView keeping = evidence.keeping(id);
            boolean reliedOn = "relied-on".equals(refusal.problem().reason()) && !keeping.unread();
            return asking(id, keeping, act, form.refused(refusal), reliedOn ? citing(id) : List.of());
        }
    }

    /** The proposals that cite it, as far as the reader sees them: each as it is called, with where it stands. */
    private List<ActPage.Fact> citing(String id) {
        CaseView its = listing.caseFile(evidence.exhibit(id).caseId());
        return its.proposals().stream()
                .map(one -> listing.proposal(one.id()))
                .filter(one -> one.cites(id))
                .map(one -> fact(
                        "keeping.cited-by",
                        String.join(
                                ", ",
                                one.text().subject().brief().name(),
                                Messages.text(ui.language(), "programme." + one.programme()),
                                Messages.text(ui.language(), "status." + one.status()))))
                .toList();
    }

    @GET
    @Path("exhibits/{id}/holds/{hold}/lift")
    public TemplateInstance askToLift(@PathParam("id") String id, @PathParam("hold") String holdId) {
        Closed.unless(hold(evidence.keeping(id), holdId).mayLift(), "act.exhibit.lift-hold", page(id));
        return lifting(id, holdId, Form.empty());
    }

    @POST
    @Path("exhibits/{id}/holds/{hold}/lift")
    public Object lift(
            @PathParam("id") String id, @PathParam("hold") String holdId, MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of(FAMILY, LIFT);
        Form form = Form.posted(fields, page(id), act.label());
        try {
            evidence.liftHold(id, holdId, act.body(form, Ui.BRUSSELS), form.once());
            return Go.done(page(id), "legal-hold-lifted");
        } catch (Refusal refusal) {
            return lifting(id, holdId, form.refused(refusal));
        }
    }

    private static KeepingView.Held hold(KeepingView keeping, String holdId) {
        KeepingView.Held held = keeping.hold(holdId);
        if (held == null) {
            throw new NotFoundException();
        }
        return held;
    }

    private TemplateInstance lifting(String id, String holdId, Form form) {
        KeepingView keeping = evidence.keeping(id);
        KeepingView.Hold hold = hold(keeping, holdId).hold();
        ActPage.Fact fact = fact("keeping.hold", said(hold.reason(), hold.account()));
        return ActPage.show(ActForm.of(FAMILY, LIFT), form, about(id, keeping).withFacts(List.of(fact)));
    }

    private TemplateInstance asking(
            String id, KeepingView keeping, ActForm act, Form form, List<ActPage.Fact> inTheWay) {
        KeepingView.Disposal disposal = keeping.disposal();
        boolean proposed = disposal != null && !"set-hold".equals(act.action());
        List<ActPage.Fact> facts = new ArrayList<>(inTheWay);
        if (proposed) {
            facts.add(fact("keeping.disposal", said(disposal.reason(), disposal.proposedBy())));
        }
        return ActPage.show(act, form, about(id, keeping).withFacts(facts));
    }

    private ActPage.Fact fact(String key, String value) {
        return new ActPage.Fact(Messages.text(ui.language(), key), value);
    }

    /** Whoever doesn't read the exhibit is told by whom, not why. */
    private static String said(String reason, String by) {
        return reason == null ? by : reason + " (" + by + ")";
    }

    private ActPage.About about(String id, KeepingView keeping) {
        return ActPage.About.of(shown(id, keeping), page(id));
    }

    private static String page(String id) {
        return "/exhibits/" + id;
    }

    /** How the exhibit is called. */
    private String shown(String id, KeepingView keeping) {
        if (keeping.unread()) {
            return Messages.text(ui.language(), "unread.title");
        }
        ExhibitView found = evidence.exhibit(id);
        found.versions().forEach(version -> ui.shows(version.marking()));
        return found.title();
    }
}
