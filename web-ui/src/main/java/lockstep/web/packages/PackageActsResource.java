package lockstep.web.packages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.ActPage;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Ui;
import lockstep.web.services.ListingService;
import lockstep.web.services.PackageView;
import lockstep.web.services.ProgrammeView;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Acts on a package that are one small form: opening a round, holding a release, confirming a recorded adoption. */
@Path("/")
@RunOnVirtualThread
public class PackageActsResource {
    private static final String DECIDES_WITHOUT = "decides-without";
    private static final String LISTED = "listedDate";

    private final ListingService listing;
    private final Programmes programmes;
    private final Ui ui;

    PackageActsResource(@RestClient ListingService listing, Programmes programmes, Ui ui) {
        this.listing = listing;
        this.programmes = programmes;
        this.ui = ui;
    }

    @GET
    @Path("packages/{id}/act/{action}")
    public TemplateInstance ask(@PathParam("id") String id, @PathParam("action") String action) {
        PackageView its = find(id);
        ActForm act = ActForm.of("package", action);
        Closed.unless(its.allowedActions(), "package", action, its.page());
        return asking(its, act, Form.empty());
    }

    @POST
    @Path("packages/{id}/act/{action}")
    public Object act(
            @PathParam("id") String id, @PathParam("action") String action, MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of("package", action);
        PackageView its = find(id);
        Form form = Form.posted(fields, "/packages/" + id, Messages.named(ui.language(), act.label(), its.number()));
        try {
            ObjectNode body = act.body(form, programmes.zone(its.programme()));
            if (DECIDES_WITHOUT.equals(action)) {
                body.set("items", references(form.field("items").values()));
            }
            if (body.hasNonNull(LISTED)) {
                body.set(LISTED + "s", ofEach(its, body.remove(LISTED)));
            }
            var made = listing.act("packages", id, act.verb(), body, form.once());
            boolean round = "open-round".equals(action) && made != null && made.hasNonNull("id");
            return Go.done(round ? "/rounds/" + made.get("id").asText() : "/packages/" + id, action);
        } catch (Refusal refusal) {
            return asking(its, act, form.refused(refusal).asked(PackageActsResource::ofAll));
        }
    }

    /** The page asks for one date, the service for one of each entry. */
    private static ObjectNode ofEach(PackageView its, JsonNode date) {
        ObjectNode each = JsonNodeFactory.instance.objectNode();
        its.entries().forEach(entry -> each.set(entry.proposalId(), date));
        return each;
    }

    private static String ofAll(String field) {
        return field.startsWith(LISTED + "s.") ? LISTED : field;
    }

    @GET
    @Path("packages/{id}/records/{record}/act/{action}")
    public TemplateInstance askRecord(
            @PathParam("id") String id, @PathParam("record") String record, @PathParam("action") String action) {
        PackageView its = find(id);
        ActForm act = ActForm.of("record", action);
        Closed.unless(its.allowedActions(), "package", action + "-record", its.page());
        return askingRecord(its, record, act, Form.empty());
    }

    @POST
    @Path("packages/{id}/records/{record}/act/{action}")
    public Object actRecord(
            @PathParam("id") String id,
            @PathParam("record") String record,
            @PathParam("action") String action,
            MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of("record", action);
        PackageView its = find(id);
        Form form = Form.posted(fields, "/packages/" + id, Messages.named(ui.language(), act.label(), its.number()));
        try {
            listing.act("records", record, act.verb(), act.body(form, programmes.zone(its.programme())), form.once());
            return Go.done("/packages/" + id, "record-" + action);
        } catch (Refusal refusal) {
            return askingRecord(its, record, act, form.refused(refusal));
        }
    }

    private TemplateInstance asking(PackageView its, ActForm act, Form form) {
        List<Option> choices = DECIDES_WITHOUT.equals(act.action()) ? closed(its) : conditionalSeats(its);
        List<ActPage.Fact> read = "impact-note".equals(act.action())
                ? List.of(new ActPage.Fact("packageHashRead", hashRead(its, form)))
                : List.of();
        return ActPage.show(act, form, about(its, facts(its), read, choices));
    }

    /** The exhibits that the package's texts cite and this reader can't open: a title is shown only to who can. */
    private List<Option> closed(PackageView its) {
        Map<String, String> closed = new LinkedHashMap<>();
        for (PackageView.Entry entry : its.entries()) {
            listing.proposal(entry.proposalId()).text().reasons().stream()
                    .flatMap(reason -> reason.cites().stream())
                    .filter(cite -> cite.title() == null)
                    .forEach(cite -> closed.putIfAbsent(
                            cite.exhibitId() + "/" + cite.version(),
                            entry.no() + ". " + entry.subject().name() + ": "
                                    + cite.exhibitId().substring(0, 8)));
        }
        return closed.entrySet().stream()
                .map(one -> Option.of(one.getKey(), one.getValue()))
                .toList();
    }

    private static ArrayNode references(List<String> chosen) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        chosen.stream()
                .filter(one -> one.matches("[^/]+/[0-9]{1,6}"))
                .map(one -> one.split("/"))
                .forEach(parts ->
                        items.addObject().put("exhibitId", parts[0]).put("version", Integer.parseInt(parts[1])));
        return items;
    }

    private TemplateInstance askingRecord(PackageView its, String record, ActForm act, Form form) {
        List<ActPage.Fact> facts = new ArrayList<>(facts(its));
        its.recorded().stream().filter(one -> one.id().equals(record)).forEach(one -> {
            facts.add(fact("record.body", one.body()));
            facts.add(fact("record.date", String.valueOf(one.date())));
            one.instruments()
                    .forEach(act2 -> facts.add(new ActPage.Fact(
                            Messages.text(ui.language(), "instrument." + act2.type()), act2.number())));
            facts.add(fact("record.by", one.recordedBy()));
        });
        boolean confirm = "confirm".equals(act.action());
        return ActPage.show(
                act,
                form,
                about(
                        its,
                        facts,
                        confirm ? List.of(new ActPage.Fact("packageHashRead", hashRead(its, form))) : List.of(),
                        List.of()));
    }

    private static String hashRead(PackageView its, Form form) {
        return form.has("packageHashRead") ? form.text("packageHashRead") : its.hash();
    }

    private static ActPage.About about(
            PackageView its, List<ActPage.Fact> facts, List<ActPage.Fact> hidden, List<Option> choices) {
        return ActPage.About.of(its.number() + " · " + its.title(), its.page())
                .withFacts(facts)
                .withHidden(hidden)
                .withChoices(choices);
    }

    /** Seats that take part only where the chair says so, e.g. Treasury in the ERC. */
    private List<Option> conditionalSeats(PackageView its) {
        return programmes.get(its.programme()).seats().stream()
                .filter(ProgrammeView.Seat::conditional)
                .map(seat -> Option.of(seat.code(), seat.code() + " · " + seat.agency()))
                .toList();
    }

    private List<ActPage.Fact> facts(PackageView its) {
        return List.of(
                fact("package.entries", String.valueOf(its.entries().size())),
                fact("word.stage", Messages.text(ui.language(), "stage." + its.stage())),
                fact("package.hash", String.valueOf(its.hash())));
    }

    private ActPage.Fact fact(String key, String value) {
        return new ActPage.Fact(Messages.text(ui.language(), key), value);
    }

    private PackageView find(String id) {
        PackageView found = listing.packageView(id);
        ui.shows(found.marking());
        return found;
    }
}
