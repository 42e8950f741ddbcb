package lockstep.web.listings;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.ActPage;
import lockstep.web.layout.Acts;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.PrintWords;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Query;
import lockstep.web.layout.Ui;
import lockstep.web.services.Listed;
import lockstep.web.services.ListingRow;
import lockstep.web.services.ListingService;
import lockstep.web.services.ListingView;
import lockstep.web.services.ObservationsView;
import lockstep.web.services.ProgrammeView;
import lockstep.web.services.Refusal;
import lockstep.web.services.RenewalService;
import lockstep.web.services.RenewalView;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Listings after publication, each with the row as it is printed. */
@Path("/")
@RunOnVirtualThread
public class ListingResource {
    private static final String ENTER = "confirm-print";

    private final ListingService listing;
    private final RenewalService renewals;
    private final Programmes programmes;
    private final Ui ui;

    ListingResource(
            @RestClient ListingService listing, @RestClient RenewalService renewals, Programmes programmes, Ui ui) {
        this.listing = listing;
        this.renewals = renewals;
        this.programmes = programmes;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "listings")
    static class Templates {
        static native TemplateInstance listings(
                Listed<ListingRow> listings,
                List<ProgrammeView> programmes,
                List<String> renewed,
                String programme,
                String query,
                String nextPage);

        static native TemplateInstance listing(
                ListingView l, boolean renewed, Listed<ObservationsView> observations, Acts acts);
    }

    @GET
    @Path("listings")
    public TemplateInstance list(
            @QueryParam("programme") String programme,
            @QueryParam("q") String query,
            @QueryParam("cursor") String cursor) {
        return Templates.listings(
                listing.listings(Query.orNull(programme), Query.orNull(query), cursor),
                programmes.all(),
                renewed(programme),
                Query.text(programme),
                Query.text(query),
                Query.page("/listings")
                        .with("programme", programme)
                        .with("q", query)
                        .next());
    }

    /** The lists that end unless they are renewed, in which the reader has a part. */
    private List<String> renewed(String wanted) {
        return renewals.renewals().items().stream()
                .map(RenewalView.Renewed::programme)
                .filter(code -> Query.orNull(wanted) == null || wanted.equals(code))
                .toList();
    }

    @GET
    @Path("listings/{id}")
    public TemplateInstance show(@PathParam("id") String id) {
        ListingView its = listing.listing(id);
        boolean renewed = its.expiresAt() != null && !renewed(its.programme()).isEmpty();
        return Templates.listing(
                its,
                renewed,
                listing.observations(id),
                Acts.of(its.allowedActions(), "listing", action -> page(its, action)));
    }

    private static String page(ListingView its, String action) {
        return switch (action) {
            case "propose-amendment" -> change(its, "AMEND");
            case "propose-renewal" -> change(its, "RENEW");
            case "propose-removal" -> change(its, "REMOVE");
            default -> "/listings/" + its.id() + "/act/" + action;
        };
    }

    private static String change(ListingView its, String kind) {
        return Query.page("/cases/" + its.caseId() + "/proposals/new")
                .with("programme", its.programme())
                .with("subjectId", its.subjectId())
                .with("kind", kind)
                .with("listing", its.id())
                .next();
    }

    @GET
    @Path("listings/{id}/act/{action}")
    public TemplateInstance ask(@PathParam("id") String id, @PathParam("action") String action) {
        ListingView its = listing.listing(id);
        ActForm act = ActForm.of("listing", action);
        Closed.unless(its.allowedActions(), "listing", action, "/listings/" + id);
        Form form = Form.empty();
        if (ENTER.equals(action)) {
            form.with("seenAt", ActForm.local(Instant.now(), programmes.zone(its.programme())));
        }
        return asking(its, act, form);
    }

    @POST
    @Path("listings/{id}/act/{action}")
    public Object act(
            @PathParam("id") String id, @PathParam("action") String action, MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of("listing", action);
        Form form = Form.posted(fields, "/listings/" + id, act.label());
        ListingView its = listing.listing(id);
        try {
            return Go.done("/listings/" + id, done(its, act, form));
        } catch (Refusal refusal) {
            return asking(its, act, form.refused(refusal));
        }
    }

    /** Does it; gives the word for what was done. */
    private String done(ListingView its, ActForm act, Form form) {
        String id = its.id();
        switch (act.action()) {
            case "extend" -> listing.act("listings", id, "extension", act.body(form, Ui.BRUSSELS), form.once());
            case "receive-observations" ->
                listing.act("listings", id, act.verb(), act.body(form, Ui.BRUSSELS), form.once());
            case "confirm-extension" -> listing.confirmExtension(id, form.once());
            case ENTER -> {
                JsonNode made = listing.act(
                        "listings", id, act.verb(), act.body(form, programmes.zone(its.programme())), form.once());
                return "print-" + made.at("/confirmation/state").asText().toLowerCase(Locale.ROOT);
            }
            case "accept-discrepancy" -> listing.proposeAcceptance(id, form.filled(), form.once());
            default -> {
                ObjectNode body = form.filled();
                body.remove("acceptance");
                listing.answerAcceptance(id, form.text("acceptance"), act.verb(), body, form.once());
            }
        }
        return act.action();
    }

    private TemplateInstance asking(ListingView its, ActForm act, Form form) {
        return ActPage.show(act, form, about(its, act.action()));
    }

    /** With what the act is held against: the row that was released, or the difference that would be accepted. */
    private ActPage.About about(ListingView its, String action) {
        List<ActPage.Fact> facts = new ArrayList<>();
        List<ActPage.Fact> hidden = new ArrayList<>();
        if (ENTER.equals(action)) {
            facts.add(fact("print.released", its.outputs().getFirst().text()));
        }
        if ("accept-discrepancy".equals(action) && its.confirmation().printId() != null) {
            hidden.add(new ActPage.Fact("printRead", its.confirmation().printId()));
        }
        if (action.endsWith("-acceptance")) {
            its.confirmation().open().ifPresent(open -> {
                hidden.add(new ActPage.Fact("acceptance", open.id()));
                facts.add(fact("print.accepting", open.reason()));
                facts.add(fact("print.proposed-by", open.proposedBy()));
            });
        }
        ProgrammeView programme = programmes.get(its.programme());
        return ActPage.About.of(its.subject().name(), "/listings/" + its.id())
                .withFacts(facts)
                .withHidden(hidden)
                .withDifference(action.contains("accept") ? its.confirmation().difference() : List.of())
                .withWords(ENTER.equals(action) ? PrintWords.of(programme) : Map.of());
    }

    private ActPage.Fact fact(String key, String value) {
        return new ActPage.Fact(Messages.text(ui.language(), key), value);
    }
}
