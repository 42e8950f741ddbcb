package lockstep.web.spills;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import lockstep.auth.Marking;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.ActPage;
import lockstep.web.layout.Acts;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.MarkingChoices;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Query;
import lockstep.web.layout.Ui;
import lockstep.web.services.Listed;
import lockstep.web.services.Refusal;
import lockstep.web.services.SpillService;
import lockstep.web.services.SpillView;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The spill of an exhibit: what was frozen, who had read it, and what becomes of it; and all of an agency's. */
@Path("/")
@RunOnVirtualThread
public class SpillResource {
    private static final String FAMILY = "exhibit";
    private static final String CORRECTION = "propose-correction";
    private static final int READERS_SHOWN = 50;
    private static final List<String> LISTING = List.of("release-officer", "registrar", "auditor");

    private final SpillService evidence;
    private final Ui ui;

    SpillResource(@RestClient SpillService evidence, Ui ui) {
        this.evidence = evidence;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "spills")
    static class Templates {
        static native TemplateInstance spills(SpillView.All all, boolean lists);

        static native TemplateInstance spill(
                SpillView s, Acts acts, Listed<SpillView.Reading> readers, String nextPage);

        static native TemplateInstance correction(SpillView s, Form form, List<Option> levels, List<Option> groups);
    }

    @GET
    @Path("spills")
    public TemplateInstance list() {
        SpillView.All all = evidence.spills();
        all.ours().forEach(row -> ui.shows(row.marking()));
        all.told().forEach(told -> told.exhibits().forEach(one -> ui.shows(one.marking())));
        return Templates.spills(all, lists());
    }

    @GET
    @Path("exhibits/{id}/spill")
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("cursor") String cursor) {
        SpillView its = shown(id);
        boolean lists = lists() && its.details() != null;
        Acts acts = Acts.of(
                its.allowedActions(),
                FAMILY,
                action -> CORRECTION.equals(action) ? page(id) + "/correction" : page(id) + "/act/" + action);
        return Templates.spill(
                its,
                acts,
                lists ? evidence.spillReaders(id, Query.orNull(cursor), READERS_SHOWN) : null,
                Query.page(page(id)).next());
    }

    @GET
    @Path("exhibits/{id}/spill/act/{action}")
    public TemplateInstance ask(@PathParam("id") String id, @PathParam("action") String action) {
        ActForm act = act(action);
        SpillView its = shown(id);
        Closed.unless(its.allowedActions(), FAMILY, action, page(id));
        return asking(its, act, Form.empty());
    }

    @POST
    @Path("exhibits/{id}/spill/act/{action}")
    public Object act(
            @PathParam("id") String id, @PathParam("action") String action, MultivaluedMap<String, String> fields) {
        ActForm act = act(action);
        Form form = Form.posted(fields, page(id), act.label());
        SpillView its = shown(id);
        try {
            switch (action) {
                case "freeze" -> evidence.freeze(id, act.body(form, Ui.BRUSSELS), form.once());
                case "propose-purge" -> evidence.proposePurge(id, act.body(form, Ui.BRUSSELS), form.once());
                case "confirm-settlement" -> evidence.confirmSettlement(id, form.once());
                default -> evidence.dropSettlement(id, form.once());
            }
            return Go.done(page(id), action);
        } catch (Refusal refusal) {
            return asking(its, act, form.refused(refusal));
        }
    }

    @GET
    @Path("exhibits/{id}/spill/correction")
    public TemplateInstance askToCorrect(@PathParam("id") String id) {
        SpillView its = shown(id);
        Closed.unless(its.allowedActions(), FAMILY, CORRECTION, page(id));
        return correcting(its, Form.empty().marked(its.marking()));
    }

    @POST
    @Path("exhibits/{id}/spill/correction")
    public Object correct(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, page(id), Messages.text(ui.language(), "act.exhibit." + CORRECTION));
        SpillView its = shown(id);
        ObjectNode correction = form.withMarking().filled();
        try {
            evidence.proposeCorrection(id, correction, form.once());
            return Go.done(page(id), CORRECTION);
        } catch (Refusal refusal) {
            return correcting(its, form.refused(refusal));
        }
    }

    @GET
    @Path("spills/{spillId}/acknowledge")
    public TemplateInstance askToAcknowledge(@PathParam("spillId") String spillId) {
        SpillView.Told told = told(spillId);
        Closed.unless(told.mayAcknowledge(), "act.spill.acknowledge", "/spills");
        return acknowledging(told, Form.empty());
    }

    @POST
    @Path("spills/{spillId}/acknowledge")
    public Object acknowledge(@PathParam("spillId") String spillId, MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of("spill", "acknowledge");
        Form form = Form.posted(fields, "/spills", act.label());
        SpillView.Told told = told(spillId);
        try {
            evidence.acknowledgeSpill(spillId, act.body(form, Ui.BRUSSELS), form.once());
            return Go.done("/spills", "spill-acknowledged");
        } catch (Refusal refusal) {
            return acknowledging(told, form.refused(refusal));
        }
    }

    private boolean lists() {
        return LISTING.stream().anyMatch(ui.me()::has);
    }

    private SpillView.Told told(String spillId) {
        SpillView.Told told = evidence.spills().told(spillId);
        if (told == null) {
            throw new NotFoundException();
        }
        told.exhibits().forEach(one -> ui.shows(one.marking()));
        return told;
    }

    private TemplateInstance acknowledging(SpillView.Told told, Form form) {
        List<ActPage.Fact> facts = told.exhibits().stream()
                .map(one -> fact("spill.exhibit", one.title()))
                .toList();
        return ActPage.show(
                ActForm.of("spill", "acknowledge"),
                form,
                ActPage.About.of(Messages.text(ui.language(), "spill.all"), "/spills")
                        .withFacts(facts));
    }

    private static ActForm act(String action) {
        if (CORRECTION.equals(action)) {
            throw new NotFoundException();
        }
        return ActForm.of(FAMILY, action);
    }

    private TemplateInstance correcting(SpillView its, Form form) {
        return Templates.correction(its, form, MarkingChoices.levels(), MarkingChoices.releases());
    }

    private TemplateInstance asking(SpillView its, ActForm act, Form form) {
        return ActPage.show(
                act, form, ActPage.About.of(title(its), page(its.exhibitId())).withFacts(facts(its)));
    }

    private String title(SpillView its) {
        return its.title() == null ? Messages.text(ui.language(), "unread.title") : its.title();
    }

    /** What whoever decides must have read. */
    private List<ActPage.Fact> facts(SpillView its) {
        List<ActPage.Fact> facts = new ArrayList<>();
        if (its.isFrozen() && its.details() != null) {
            SpillView.Settlement settlement = its.details().settlement();
            facts.add(fact("spill.froze", String.valueOf(its.details().total())));
            if (settlement != null && settlement.isProposed()) {
                facts.add(fact("settlement." + settlement.kind(), settlement.said()));
            }
            if (settlement != null && settlement.isProposed() && settlement.marking() != null) {
                facts.add(fact("spill.corrected-to", told(settlement.marking())));
            }
        }
        return facts;
    }

    private String told(Marking marking) {
        List<String> words = new ArrayList<>();
        words.add(Messages.text(ui.language(), "level." + marking.level().replace(':', '.')));
        words.add(marking.tlp().label());
        if (marking.orcon()) {
            words.add("ORCON");
        }
        words.add(
                marking.relTo().isEmpty()
                        ? Messages.text(ui.language(), "marking.originator-only")
                        : Messages.text(ui.language(), "layout.rel-to") + " " + String.join(", ", marking.relTo()));
        return String.join(" · ", words);
    }

    private ActPage.Fact fact(String key, String value) {
        return new ActPage.Fact(Messages.text(ui.language(), key), value);
    }

    private static String page(String id) {
        return "/exhibits/" + id + "/spill";
    }

    private SpillView shown(String id) {
        SpillView found = evidence.spill(id);
        if (found.marking() != null) {
            ui.shows(found.marking());
        }
        return found;
    }
}
