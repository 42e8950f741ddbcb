package lockstep.web.rounds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.ZoneId;
import java.util.List;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.ActPage;
import lockstep.web.layout.Acts;
import lockstep.web.layout.Closed;
import lockstep.web.layout.ClosedExhibits;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Ui;
import lockstep.web.services.ImpactNoteView;
import lockstep.web.services.Listed;
import lockstep.web.services.ListingService;
import lockstep.web.services.PackageView;
import lockstep.web.services.Refusal;
import lockstep.web.services.RoundView;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Decide: the brief first, then entries, seats and clock, and a vote that is checked in words before it is cast. */
@Path("/")
@RunOnVirtualThread
public class RoundResource {
    private final ListingService listing;
    private final ClosedExhibits closed;
    private final Programmes programmes;
    private final Ui ui;

    RoundResource(@RestClient ListingService listing, ClosedExhibits closed, Programmes programmes, Ui ui) {
        this.closed = closed;
        this.listing = listing;
        this.programmes = programmes;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "rounds")
    static class Templates {
        static native TemplateInstance decide(
                RoundView r,
                PackageView p,
                Brief brief,
                Listed<ImpactNoteView> impact,
                Form form,
                List<Option> choices,
                List<Option> entries,
                Acts acts);

        static native TemplateInstance decide$seats(RoundView r);

        static native TemplateInstance check(
                RoundView r, PackageView p, Brief brief, Form form, String effect, List<String> named);
    }

    @GET
    @Path("rounds/{id}")
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("part") String part) {
        RoundView round = closed.named(listing.round(id));
        return "seats".equals(part) ? Templates.decide$seats(round) : deciding(round, Form.empty());
    }

    @POST
    @Path("rounds/{id}/check")
    public TemplateInstance check(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        RoundView round = listing.round(id);
        Form form = Form.posted(fields, "/rounds/" + id, "");
        BallotFaults.find(form, round, ui.language());
        if (!form.errors().isEmpty()) {
            return deciding(round, form);
        }
        PackageView its = packageOf(round);
        List<String> named = form.field("entries").values().stream()
                .map(entry -> its.entry(entry)
                        .map(one -> one.no() + ". " + one.subject().name())
                        .orElse(entry))
                .toList();
        return Templates.check(round, its, brief(its), form, effect(round, form), named);
    }

    @POST
    @Path("rounds/{id}/vote")
    public Object vote(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        RoundView round = listing.round(id);
        String choice = String.valueOf(fields.getFirst("choice"));
        Form form = Form.posted(
                fields,
                "/rounds/" + id,
                Messages.text(
                        ui.language(),
                        "vote.effect",
                        Messages.text(ui.language(), "choice." + choice),
                        String.valueOf(round.mySeat()),
                        String.valueOf(round.packageNumber())));
        ObjectNode vote = form.filled();
        if (!"OBJECT".equals(choice) || !vote.has("entries")) {
            vote.putArray("entries");
        }
        if (!"RESERVE".equals(choice)) {
            vote.remove("reserveUntil");
        } else if (vote.hasNonNull("reserveUntil")) {
            vote.put("reserveUntil", ActForm.instant(vote.get("reserveUntil").asText(), ZoneId.of(round.zone())));
        }
        vote.putArray("decidesWithout");
        try {
            listing.act("rounds", id, "votes", vote, form.once());
            return Go.done("/rounds/" + id, "voted");
        } catch (Refusal refusal) {
            return deciding(round, form.refused(refusal));
        }
    }

    @GET
    @Path("rounds/{id}/act/{action}")
    public TemplateInstance ask(@PathParam("id") String id, @PathParam("action") String action) {
        RoundView round = listing.round(id);
        ActForm act = ActForm.of("round", action);
        Closed.unless(round.allowedActions(), "round", action, "/rounds/" + id);
        Form form = Form.empty();
        if (round.deadline() != null) {
            form.with("deadline", ActForm.local(round.deadline(), ZoneId.of(round.zone())));
        }
        return asking(round, act, form);
    }

    @POST
    @Path("rounds/{id}/act/{action}")
    public Object act(
            @PathParam("id") String id, @PathParam("action") String action, MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of("round", action);
        RoundView round = listing.round(id);
        Form form =
                Form.posted(fields, "/rounds/" + id, Messages.named(ui.language(), act.label(), round.packageNumber()));
        try {
            var left = listing.act("rounds", id, act.verb(), act.body(form, ZoneId.of(round.zone())), form.once());
            return Go.done(left == null ? "/packages" : "/rounds/" + id, "round-" + act.action());
        } catch (Refusal refusal) {
            return asking(round, act, form.refused(refusal));
        }
    }

    private TemplateInstance asking(RoundView round, ActForm act, Form form) {
        PackageView its = packageOf(round);
        return ActPage.show(
                act,
                form,
                ActPage.About.of(
                                its.number() + ", " + Messages.text(ui.language(), "stage." + round.stage()),
                                "/rounds/" + round.id())
                        .withChoices(entries(its)));
    }

    private TemplateInstance deciding(RoundView round, Form form) {
        PackageView its = packageOf(round);
        List<String> choices = "UNANIMITY".equals(round.rule())
                ? List.of("APPROVE", "ABSTAIN", "RESERVE", "OBJECT")
                : List.of("APPROVE", "ABSTAIN", "OBJECT");
        return Templates.decide(
                round,
                its,
                brief(its),
                listing.impactNotes(its.id()),
                form,
                choices.stream()
                        .map(choice -> new Option(
                                choice,
                                Messages.text(ui.language(), "choose." + choice),
                                Messages.text(ui.language(), "choose." + round.rule() + "." + choice)))
                        .toList(),
                entries(its),
                Acts.of(
                        round.allowedActions().stream()
                                .filter(one -> !("vote".equals(one.action()) && one.allowed()))
                                .toList(),
                        "round",
                        action -> "/rounds/" + round.id() + "/act/" + action));
    }

    private Brief brief(PackageView its) {
        return Brief.of(its, programmes.get(its.programme()), ui.language());
    }

    private static List<Option> entries(PackageView its) {
        return its.entries().stream()
                .map(entry -> Option.of(
                        entry.proposalId(), entry.no() + ". " + entry.subject().name()))
                .toList();
    }

    /** What the vote will do, for the page on which it is checked. */
    private String effect(RoundView round, Form form) {
        return Messages.text(
                ui.language(),
                "vote-effect." + round.rule() + "." + form.text("choice"),
                form.field("entries").values().size());
    }

    private PackageView packageOf(RoundView round) {
        PackageView its = listing.packageView(round.packageId());
        ui.shows(its.marking());
        return its;
    }
}
