package lockstep.web.appointments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.ActPage;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Query;
import lockstep.web.layout.Shown;
import lockstep.web.layout.Ui;
import lockstep.web.services.AbsenceView;
import lockstep.web.services.AppointmentView;
import lockstep.web.services.Listed;
import lockstep.web.services.ListingService;
import lockstep.web.services.Me;
import lockstep.web.services.ProgrammeView;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Appointments of one's agency or programme, proposing and confirming one; and the account's own page. */
@Path("/")
@RunOnVirtualThread
public class AppointmentResource {
    private static final String PAGE = "/appointments";
    private static final List<String> OFFICES =
            List.of("chair", "secretariat", "legal", "publisher", "registrar", "reviewer", "auditor");

    private final ListingService listing;
    private final Programmes programmes;
    private final Ui ui;

    AppointmentResource(@RestClient ListingService listing, Programmes programmes, Ui ui) {
        this.listing = listing;
        this.programmes = programmes;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "appointments")
    static class Templates {
        static native TemplateInstance appointments(
                Listed<AppointmentView> appointments,
                Listed<AbsenceView> absences,
                List<ProgrammeView> programmes,
                String programme,
                boolean proposes,
                String nextPage);

        static native TemplateInstance propose(Form form, List<Option> programmes, List<Option> offices);

        static native TemplateInstance me(Me me);
    }

    @GET
    @Path("me")
    public TemplateInstance me() {
        return Templates.me(ui.me());
    }

    @GET
    @Path("appointments")
    public TemplateInstance list(@QueryParam("programme") String programme, @QueryParam("cursor") String cursor) {
        return Templates.appointments(
                listing.appointments(Query.orNull(programme), null, null, cursor),
                listing.absences(Query.orNull(programme)),
                programmes.all(),
                Query.text(programme),
                ui.me().has("admin"),
                Query.page(PAGE).with("programme", programme).next());
    }

    @GET
    @Path("appointments/new")
    public TemplateInstance propose() {
        Closed.unless(ui.me().has("admin"), "appointment.propose", PAGE);
        return proposing(Form.empty().with("from", LocalDate.now(Ui.BRUSSELS).toString()));
    }

    @POST
    @Path("appointments/new")
    public Object propose(MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, PAGE, Messages.text(ui.language(), "appointment.propose"));
        ObjectNode body = form.filled();
        body.put("alternate", "true".equals(form.text("alternate")));
        for (String day : List.of("from", "to")) {
            if (body.hasNonNull(day)) {
                body.put(day, ActForm.instant(body.get(day).asText() + "T00:00", Ui.BRUSSELS));
            }
        }
        if (body.path("covers").has("programmes")) {
            ((ObjectNode) body.get("covers")).putArray("agencies");
        }
        try {
            listing.proposeAppointment(body, form.once());
            return Go.done(PAGE, "appointment-proposed");
        } catch (Refusal refusal) {
            return proposing(form.refused(refusal));
        }
    }

    @GET
    @Path("appointments/{id}/act/{action}")
    public TemplateInstance ask(@PathParam("id") String id, @PathParam("action") String action) {
        ActForm act = ActForm.of("appointment", action);
        AppointmentView its = find(id);
        Closed.unless(its.allowedActions(), "appointment", action, PAGE);
        return asking(its, act, Form.empty());
    }

    @POST
    @Path("appointments/{id}/act/{action}")
    public Object act(
            @PathParam("id") String id, @PathParam("action") String action, MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of("appointment", action);
        AppointmentView its = find(id);
        Form form = Form.posted(fields, PAGE, act.label());
        try {
            // moments are asked in the zone of the programme whose seat it is
            listing.act("appointments", id, act.verb(), act.body(form, programmes.zone(its.programme())), form.once());
            return Go.done(PAGE, "appointment-" + action);
        } catch (Refusal refusal) {
            return asking(its, act, form.refused(refusal));
        }
    }

    @POST
    @Path("absences/{id}/end")
    public Object back(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, PAGE, Messages.text(ui.language(), "absence.end"));
        listing.act("absences", id, "end", JsonNodeFactory.instance.objectNode(), form.once());
        return Go.done(PAGE, "absence-ended");
    }

    private AppointmentView find(String id) {
        return ofMyAgency().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private List<AppointmentView> ofMyAgency() {
        return listing.appointmentsOf(ui.me().agency().code()).items();
    }

    private TemplateInstance asking(AppointmentView its, ActForm act, Form form) {
        List<Option> alternates = "absence".equals(act.action())
                ? ofMyAgency().stream()
                        .filter(one -> one.standsInFor(its))
                        .map(one -> Option.of(one.id(), String.valueOf(one.account())))
                        .toList()
                : List.of();
        return ActPage.show(
                act,
                form,
                ActPage.About.of(Messages.text(ui.language(), "nav.appointments"), PAGE)
                        .withFacts(facts(its))
                        .withChoices(alternates));
    }

    /** All that is confirmed with it. */
    private List<ActPage.Fact> facts(AppointmentView its) {
        var language = ui.language();
        List<ActPage.Fact> facts = new ArrayList<>();
        facts.add(fact("appointment.account", String.valueOf(its.account())));
        facts.add(fact("word.programme", Messages.text(language, "programme." + its.programme())));
        String capacity = its.seat() == null
                ? Messages.text(language, "office." + its.office())
                : Messages.text(language, "who.seat", its.seat());
        facts.add(fact(
                "appointment.as",
                its.alternate() ? capacity + " (" + Messages.text(language, "appointment.alternate") + ")" : capacity));
        if (its.covers() != null && !its.covers().programmes().isEmpty()) {
            facts.add(fact(
                    "appointment.covers",
                    its.covers().programmes().stream()
                            .map(code -> Messages.text(language, "programme." + code))
                            .collect(Collectors.joining("\n"))));
        }
        if (its.from() != null) {
            facts.add(fact("appointment.from", Shown.date(its.from())));
        }
        if (its.to() != null) {
            facts.add(fact("appointment.to", Shown.date(its.to())));
        }
        if (its.instrument() != null) {
            facts.add(fact("appointment.instrument", its.instrument()));
        }
        return facts;
    }

    private ActPage.Fact fact(String key, String value) {
        return new ActPage.Fact(Messages.text(ui.language(), key), value);
    }

    private TemplateInstance proposing(Form form) {
        return Templates.propose(
                form,
                Option.words(
                        "programme",
                        programmes.all().stream().map(ProgrammeView::code).toList()),
                Option.words("office", OFFICES));
    }
}
