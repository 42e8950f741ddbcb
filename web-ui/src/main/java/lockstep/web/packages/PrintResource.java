package lockstep.web.packages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.SentFile;
import lockstep.web.layout.Ui;
import lockstep.web.services.ListingService;
import lockstep.web.services.PackagePrints;
import lockstep.web.services.PackageView;
import lockstep.web.services.ProgrammeView;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** What was printed for a whole package: laid at its entries from one text or file, looked over, and entered in one act. */
@Path("/")
@RunOnVirtualThread
public class PrintResource {
    private static final int MOST_BYTES = 5_000_000;

    private final ListingService listing;
    private final Programmes programmes;
    private final Ui ui;

    PrintResource(@RestClient ListingService listing, Programmes programmes, Ui ui) {
        this.listing = listing;
        this.programmes = programmes;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "packages")
    static class Templates {
        /** {@code laid}: how many rows were found in what was pasted, or null where nothing was. */
        static native TemplateInstance prints(
                PackageView p, PackagePrints prints, ProgrammeView programme, Form form, Integer laid);
    }

    @GET
    @Path("packages/{id}/prints")
    public TemplateInstance prints(@PathParam("id") String id) {
        PackageView its = find(id);
        return page(its, listing.prints(id), Form.empty().with("seenAt", now(its)), null);
    }

    /** Nothing is sent yet: the rows stand in the form below, to be looked over. */
    @POST
    @Path("packages/{id}/prints/rows")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public TemplateInstance rows(@PathParam("id") String id, MultipartFormDataInput input) throws IOException {
        PackageView its = find(id);
        SentFile file = SentFile.of(input);
        Form form = Form.posted(SentFile.fields(input), "/packages/" + id + "/prints", label());
        PackagePrints prints = listing.prints(id);
        byte[] sent = file.isEmpty() ? new byte[0] : read(file);
        file.forget();
        if (sent.length > MOST_BYTES) {
            return page(its, prints, form.fault("file", Messages.text(ui.language(), "reason.too-long")), null);
        }
        String whole = sent.length == 0 ? form.text("whole") : new String(sent, StandardCharsets.UTF_8);
        Map<String, String> found = PrintedRows.of(
                whole,
                prints.entries().stream().map(PackagePrints.Entry::number).collect(Collectors.toSet()));
        form.with("seenAt", now(its));
        for (int i = 0; i < prints.entries().size(); i++) {
            String row = found.get(prints.entries().get(i).number());
            if (row != null) {
                form.with("entries." + i + ".printed", row);
            }
        }
        return page(its, prints, form, found.size());
    }

    /** One byte more than may be tells that it is too long. */
    private static byte[] read(SentFile file) throws IOException {
        try (InputStream bytes = file.open()) {
            return bytes.readNBytes(MOST_BYTES + 1);
        }
    }

    @POST
    @Path("packages/{id}/prints")
    public Object enter(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        PackageView its = find(id);
        Form form = Form.posted(
                fields, "/packages/" + id + "/prints", Messages.named(ui.language(), label(), its.number()));
        ObjectNode body = form.filled();
        if (body.hasNonNull("seenAt")) {
            body.put("seenAt", ActForm.instant(body.get("seenAt").asText(), zone(its)));
        }
        List<Integer> sent = onlyEntered(form, body);
        try {
            listing.act("packages", id, "prints", body, form.once());
            return Go.done("/packages/" + id + "/prints", "prints-compared");
        } catch (Refusal refusal) {
            form.refused(refusal).moved("entries", sent);
            return page(its, listing.prints(id), form, null);
        }
    }

    /** Takes out the entries for which nothing was pasted; gives the places in the form of those that are left. */
    private static List<Integer> onlyEntered(Form form, ObjectNode body) {
        List<Integer> places = new ArrayList<>();
        ArrayNode entered = body.putArray("entries");
        for (int i = 0; i < form.at("entries").size(); i++) {
            if (form.has("entries." + i + ".printed")) {
                places.add(i);
                entered.add(form.at("entries." + i));
            }
        }
        return places;
    }

    private TemplateInstance page(PackageView its, PackagePrints prints, Form form, Integer laid) {
        return Templates.prints(its, prints, programmes.get(its.programme()), form, laid);
    }

    private String label() {
        return Messages.text(ui.language(), "act.package.confirm-prints");
    }

    private String now(PackageView its) {
        return LocalDateTime.now(zone(its)).truncatedTo(ChronoUnit.MINUTES).toString();
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
