package lockstep.web.packages;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Query;
import lockstep.web.layout.Ui;
import lockstep.web.layout.Workday;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.ListingService;
import lockstep.web.services.PackageView;
import lockstep.web.services.ProgrammeView;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The two longer forms of a package: recording an adoption, and scheduling with a number and a date for each entry. */
@Path("/")
@RunOnVirtualThread
public class ReleaseResource {
    private final ListingService listing;
    private final EvidenceService evidence;
    private final Programmes programmes;
    private final Ui ui;

    ReleaseResource(
            @RestClient ListingService listing, @RestClient EvidenceService evidence, Programmes programmes, Ui ui) {
        this.listing = listing;
        this.evidence = evidence;
        this.programmes = programmes;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "packages")
    static class Templates {
        static native TemplateInstance record(
                PackageView p,
                Form form,
                List<ProgrammeView.Instrument> instruments,
                List<Option> outcomes,
                List<Option> entries);

        static native TemplateInstance schedule(PackageView p, Form form, ProgrammeView programme);
    }

    @GET
    @Path("packages/{id}/record")
    public TemplateInstance record(@PathParam("id") String id) {
        PackageView its = find(id);
        Closed.unless(its.allowedActions(), "package", "record", its.page());
        Form form = Form.empty()
                .with("packageHashRead", String.valueOf(its.hash()))
                .with("body", stage(its).body())
                .with("adopted", "true");
        return recording(its, form);
    }

    @POST
    @Path("packages/{id}/record")
    public Object record(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        PackageView its = find(id);
        Form form = Form.posted(
                fields,
                "/packages/" + id,
                Messages.named(ui.language(), Messages.text(ui.language(), "act.package.record"), its.number()));
        ObjectNode body = form.filled();
        body.put("adopted", "true".equals(form.text("adopted")));
        if (!body.has("leftOut")) {
            body.putArray("leftOut");
        }
        if (!body.path("adopted").asBoolean()) {
            body.putArray("instruments");
        }
        body.remove("actExhibit");
        if (form.has("actExhibit")) {
            Optional<ObjectNode> cited = cited(form.text("actExhibit"));
            if (cited.isEmpty()) {
                return recording(
                        its, form.fault("actExhibit", Messages.text(ui.language(), "record.act-exhibit-unknown")));
            }
            body.set("actExhibit", cited.get());
        }
        try {
            listing.act("packages", id, "records", body, form.once());
            return Go.done("/packages/" + id, "recorded");
        } catch (Refusal refusal) {
            return recording(its, form.refused(refusal));
        }
    }

    /** The exhibit whose page's address was pasted, in its latest version; empty if the address leads to none. */
    private Optional<ObjectNode> cited(String address) {
        try {
            return Query.id(address).map(evidence::exhibit).map(its -> JsonNodeFactory.instance
                    .objectNode()
                    .put("exhibitId", its.id())
                    .put("version", its.latest().version()));
        } catch (Refusal notSeen) {
            return Optional.empty();
        }
    }

    @GET
    @Path("packages/{id}/schedule")
    public TemplateInstance schedule(@PathParam("id") String id) {
        PackageView its = find(id);
        Closed.unless(its.allowedActions(), "package", "schedule", its.page());
        LocalDate tomorrow = Workday.after(LocalDate.now(zone(its)));
        LocalDate decided = its.recorded().stream()
                .filter(one -> "CONFIRMED".equals(one.status()))
                .map(PackageView.RecordedView::date)
                .findFirst()
                .orElse(tomorrow);
        Form form = Form.empty()
                .with("packageHashRead", String.valueOf(its.hash()))
                .with("releaseAt", tomorrow + "T06:00")
                .with("inForce", tomorrow.toString());
        for (int i = 0; i < its.entries().size(); i++) {
            PackageView.Entry entry = its.entries().get(i);
            form.with("entries." + i + ".proposalId", entry.proposalId())
                    .with("entries." + i + ".number", entry.givenNumber())
                    .with("entries." + i + ".listedDate", entry.dateOr(decided).toString());
        }
        return scheduling(its, form);
    }

    @POST
    @Path("packages/{id}/schedule")
    public Object schedule(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        PackageView its = find(id);
        Form form = Form.posted(
                fields,
                "/packages/" + id,
                Messages.named(ui.language(), Messages.text(ui.language(), "act.package.schedule"), its.number()));
        if ("number".equals(form.todo())) {
            return scheduling(its, numbered(form));
        }
        ObjectNode body = form.filled();
        body.remove("first");
        if (body.hasNonNull("releaseAt")) {
            body.put("releaseAt", ActForm.instant(body.get("releaseAt").asText(), zone(its)));
        }
        try {
            listing.act("packages", id, "schedule", body, form.once());
            return Go.done("/packages/" + id, "scheduled");
        } catch (Refusal refusal) {
            return scheduling(its, form.refused(refusal));
        }
    }

    /** Numbers all entries from the first on, so that nobody types a hundred and sixty of them. */
    private static Form numbered(Form form) {
        if (form.at("entries") instanceof ArrayNode entries
                && form.text("first").matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(form.text("first"));
            for (var entry : entries) {
                ((ObjectNode) entry).put("number", String.valueOf(number++));
            }
        }
        return form;
    }

    private ProgrammeView.Stage stage(PackageView its) {
        return programmes.get(its.programme()).stage(its.stage()).orElseThrow(NotFoundException::new);
    }

    private TemplateInstance recording(PackageView its, Form form) {
        return Templates.record(
                its,
                form,
                stage(its).instruments(),
                Option.words("outcome-adopted", List.of("true", "false")),
                its.entries().stream()
                        .map(entry -> Option.of(
                                entry.proposalId(),
                                entry.no() + ". " + entry.subject().name()))
                        .toList());
    }

    private TemplateInstance scheduling(PackageView its, Form form) {
        return Templates.schedule(its, form, programmes.get(its.programme()));
    }

    private ZoneId zone(PackageView its) {
        return programmes.zone(its.programme());
    }

    private PackageView find(String id) {
        PackageView found = listing.packageView(id);
        ui.shows(found.marking());
        return found;
    }
}
