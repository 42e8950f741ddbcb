package lockstep.web.releases;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import lockstep.web.exhibits.TraceResource;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.ActPage;
import lockstep.web.layout.Acts;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.LegalBases;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Query;
import lockstep.web.layout.Ui;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.Listed;
import lockstep.web.services.Refusal;
import lockstep.web.services.ReleaseView;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The release desk, and one request with its decision: checked in words before it is made. */
@Path("/")
@RunOnVirtualThread
public class ReleaseResource {
    private static final List<String> STATUSES =
            List.of("REQUESTED", "APPROVED", "PARTIAL", "DENIED", "WITHDRAWN", "REVOKED", "EXPIRED");
    private static final List<String> SIDES = List.of("ORIGINATOR", "ASKING");

    private final EvidenceService evidence;
    private final RedactedCopies copies;
    private final Ui ui;

    ReleaseResource(@RestClient EvidenceService evidence, RedactedCopies copies, Ui ui) {
        this.evidence = evidence;
        this.copies = copies;
        this.ui = ui;
    }

    /** One request with its addressee in words. */
    record Row(ReleaseView r, String to) {
        static Row of(ReleaseView request) {
            return new Row(request, Addressees.words(request.to()));
        }
    }

    @CheckedTemplate(basePath = "releases")
    static class Templates {
        static native TemplateInstance releases(
                List<Row> rows,
                Form filter,
                List<Option> statuses,
                List<Option> sides,
                String next,
                String nextPage,
                boolean tracing,
                boolean shares);

        static native TemplateInstance release(ReleaseView r, String to, Acts acts);

        static native TemplateInstance decide(
                ReleaseView r,
                String to,
                Form form,
                List<Option> items,
                List<RedactedCopies.Choice> copies,
                List<Option> bases);

        static native TemplateInstance check(
                ReleaseView r,
                String to,
                Form form,
                List<String> items,
                List<RedactedCopies.Chosen> copies,
                Instant until,
                String basis,
                String effect);
    }

    @GET
    @Path("releases")
    public TemplateInstance desk(
            @QueryParam("status") String status, @QueryParam("side") String side, @QueryParam("cursor") String cursor) {
        String standing = known(STATUSES, status);
        String ours = known(SIDES, side);
        Listed<ReleaseView> found = evidence.releases(standing, ours, null, cursor, 50);
        found.items().forEach(this::shows);
        Form filter = Form.empty();
        if (standing != null) {
            filter.with("status", standing);
        }
        if (ours != null) {
            filter.with("side", ours);
        }
        return Templates.releases(
                found.items().stream().map(Row::of).toList(),
                filter,
                Option.words("status", STATUSES),
                Option.words("release-side", SIDES),
                found.next(),
                Query.page("/releases")
                        .with("status", standing)
                        .with("side", ours)
                        .next(),
                TraceResource.mayTrace(ui.me()),
                ui.me().has("release-officer"));
    }

    @GET
    @Path("releases/{id}")
    public TemplateInstance show(@PathParam("id") String id) {
        ReleaseView its = shown(id);
        Acts acts = Acts.of(
                its.allowedActions(),
                "release",
                action -> "approve".equals(action)
                        ? "/releases/" + id + "/decide"
                        : "/releases/" + id + "/act/" + action);
        return Templates.release(its, Addressees.words(its.to()), acts);
    }

    @GET
    @Path("releases/{id}/decide")
    public TemplateInstance decide(@PathParam("id") String id) {
        ReleaseView its = shown(id);
        Closed.unless(its.allowedActions(), "release", "approve", "/releases/" + id);
        Form form = Form.empty()
                .with("items", its.items().stream().map(ReleaseView.Item::ref).toList());
        if (its.askedUntil() != null) {
            form.with("until", ActForm.local(its.askedUntil(), ui.zone()));
        }
        return deciding(its, form);
    }

    @POST
    @Path("releases/{id}/check")
    public TemplateInstance check(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        ReleaseView its = shown(id);
        Form form = Form.posted(fields, "/releases/" + id, "");
        List<String> chosen = form.field("items").values();
        if (chosen.isEmpty()) {
            return deciding(its, form.fault("items", Messages.text(ui.language(), "release.choose-one")));
        }
        List<String> titles = its.items().stream()
                .filter(item -> chosen.contains(item.ref()))
                .map(ReleaseView.Item::title)
                .toList();
        return Templates.check(
                its,
                Addressees.words(its.to()),
                form,
                titles,
                copies.chosen(its, form),
                until(form),
                LegalBases.text(its.legalBasisAsked(), form.text("legalBasis.code")),
                effect(its, chosen.size()));
    }

    @POST
    @Path("releases/{id}/approve")
    public Object approve(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, "/releases/" + id, Messages.text(ui.language(), "act.release.approve"));
        ObjectNode decision = form.filled();
        ArrayNode items = decision.putArray("items");
        form.field("items").values().forEach(ref -> ref(items.addObject(), ref));
        RedactedCopies.into(decision, form);
        decision.put("noOnward", form.field("noOnward").isOn());
        if (decision.hasNonNull("until")) {
            decision.put("until", ActForm.instant(decision.get("until").asText(), ui.zone()));
        }
        try {
            evidence.decide(id, "approve", decision, form.once());
            return Go.done("/releases/" + id, "release-approved");
        } catch (Refusal refusal) {
            return deciding(shown(id), form.refused(refusal).asked(ReleaseResource::field));
        }
    }

    @GET
    @Path("releases/{id}/act/{action}")
    public TemplateInstance ask(@PathParam("id") String id, @PathParam("action") String action) {
        ActForm act = ActForm.of("release", action);
        ReleaseView its = shown(id);
        Closed.unless(its.allowedActions(), "release", action, "/releases/" + id);
        return ActPage.show(act, Form.empty(), about(its));
    }

    @POST
    @Path("releases/{id}/act/{action}")
    public Object act(
            @PathParam("id") String id, @PathParam("action") String action, MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of("release", action);
        Form form = Form.posted(fields, "/releases/" + id, act.label());
        try {
            evidence.decide(id, act.verb(), act.body(form, ui.zone()), form.once());
            return Go.done("/releases/" + id, "release-" + action);
        } catch (Refusal refusal) {
            return ActPage.show(act, form.refused(refusal), about(shown(id)));
        }
    }

    /** A legal basis that is lacking as a whole is chosen first. */
    private static String field(String refused) {
        return "legalBasis".equals(refused) ? "legalBasis.code" : refused;
    }

    /** Null where none was given, or what was written is no date: the service says so then. */
    private Instant until(Form form) {
        try {
            return form.has("until") ? Instant.parse(ActForm.instant(form.text("until"), ui.zone())) : null;
        } catch (DateTimeParseException noDate) {
            return null;
        }
    }

    private static String known(List<String> words, String said) {
        return words.stream().filter(word -> word.equals(said)).findFirst().orElse(null);
    }

    static void ref(ObjectNode item, String ref) {
        int colon = ref.lastIndexOf(':');
        item.put("exhibitId", ref.substring(0, Math.max(colon, 0)));
        item.put("version", ref.matches(".*:[0-9]{1,6}") ? Integer.parseInt(ref.substring(colon + 1)) : 0);
    }

    private String effect(ReleaseView its, int chosen) {
        String all = chosen == its.items().size() ? "all" : "some";
        return Messages.text(ui.language(), "release-effect." + its.kind()) + " "
                + Messages.text(ui.language(), "release-effect." + all);
    }

    private TemplateInstance deciding(ReleaseView its, Form form) {
        return Templates.decide(
                its,
                Addressees.words(its.to()),
                form,
                its.items().stream()
                        .map(item -> Option.of(item.ref(), item.title()))
                        .toList(),
                copies.choices(its, form),
                LegalBases.options(its.legalBasisAsked()));
    }

    private ActPage.About about(ReleaseView its) {
        return ActPage.About.of(Messages.text(ui.language(), "release-kind." + its.kind()), "/releases/" + its.id());
    }

    private ReleaseView shown(String id) {
        ReleaseView its = evidence.release(id);
        shows(its);
        return its;
    }

    private void shows(ReleaseView its) {
        its.items().stream()
                .map(ReleaseView.Item::marking)
                .filter(Objects::nonNull)
                .forEach(ui::shows);
    }
}
