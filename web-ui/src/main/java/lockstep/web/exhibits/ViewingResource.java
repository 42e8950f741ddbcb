package lockstep.web.exhibits;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lockstep.web.layout.Form;
import lockstep.web.layout.FormAddresses;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Query;
import lockstep.web.layout.Ui;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.ExhibitView;
import lockstep.web.services.HandlingView;
import lockstep.web.services.Refusal;
import lockstep.web.services.ViewedPage;
import lockstep.web.services.ViewingService;
import lockstep.web.services.ViewingView;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The content of a version on pages, without the file. */
@Path("/")
@RunOnVirtualThread
public class ViewingResource {
    private static final List<Integer> ZOOMS = List.of(100, 150, 200, 300);
    private static final int WIDTH = 1200;

    /** What evidence-service reads a text as; the names are those that editors show. */
    private static final List<String> WRITINGS = List.of(
            "UTF-8",
            "UTF-16LE",
            "UTF-16BE",
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "windows-1253",
            "windows-1254",
            "windows-1256",
            "KOI8-R",
            "GB18030",
            "Big5",
            "Shift_JIS",
            "EUC-KR");

    private final ViewingService viewings;
    private final EvidenceService evidence;
    private final Ui ui;

    ViewingResource(@RestClient ViewingService viewings, @RestClient EvidenceService evidence, Ui ui) {
        this.viewings = viewings;
        this.evidence = evidence;
        this.ui = ui;
    }

    /** How much the picture is enlarged, and as what a text is read if not as it was found. */
    record Shown(int zoom, String written, List<Integer> zooms, List<Option> writings) {

        static Shown of(int zoom, String written, String found) {
            List<Option> writings = Stream.concat(Stream.ofNullable(found), WRITINGS.stream())
                    .distinct()
                    .map(name -> Option.of(name, name))
                    .toList();
            return new Shown(ZOOMS.contains(zoom) ? zoom : ZOOMS.getFirst(), Query.text(written), ZOOMS, writings);
        }

        /** What stays when a page is turned. */
        public String rest() {
            return (zoom == ZOOMS.getFirst() ? "" : "&zoom=" + zoom) + (written.isEmpty() ? "" : "&written=" + written);
        }

        public String restUnread() {
            return written.isEmpty() ? "" : "&written=" + written;
        }
    }

    @CheckedTemplate(basePath = "exhibits")
    static class Templates {
        static native TemplateInstance view(ExhibitView x, int version, Form form, HandlingView handling);

        static native TemplateInstance viewing(ExhibitView x, ViewingView v, ViewedPage p, ViewingResource.Shown shown);
    }

    /** The question what for, where it is asked; a viewing is begun by a form alone, as it is journalled. */
    @GET
    @Path("exhibits/{id}/versions/{version}/view")
    public Object ask(@PathParam("id") String id, @PathParam("version") int version) {
        HandlingView handling = evidence.handling(id, version);
        return handling.purposeAsked()
                ? asking(id, version, asked(Form.empty(), handling), handling)
                : FormAddresses.to("/exhibits/{id}", id);
    }

    private static Form asked(Form form, HandlingView handling) {
        return form.with("purpose", Objects.requireNonNullElse(handling.lastPurpose(), ""));
    }

    @POST
    @Path("exhibits/{id}/versions/{version}/view")
    public Object begin(
            @PathParam("id") String id, @PathParam("version") int version, MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, "/exhibits/" + id, Messages.text(ui.language(), "viewing.begin"));
        HandlingView handling = evidence.handling(id, version);
        if (handling.purposeAsked() && !fields.containsKey("purpose")) {
            return asking(id, version, asked(form, handling), handling);
        }
        try {
            return Go.to(
                    "/viewings/" + viewings.begin(id, version, form.filled()).id());
        } catch (Refusal refusal) {
            boolean unsaid = "purpose-needed".equals(refusal.problem().reason());
            form.refused(refusal).asked(field -> unsaid && field.isEmpty() ? "purpose" : field);
            return asking(id, version, form, handling);
        }
    }

    private TemplateInstance asking(String id, int version, Form form, HandlingView handling) {
        ExhibitView its = evidence.exhibit(id);
        its.versions().forEach(one -> ui.shows(one.marking()));
        return Templates.view(its, version, form, handling);
    }

    @GET
    @Path("viewings/{id}")
    public TemplateInstance show(
            @PathParam("id") String id,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("zoom") @DefaultValue("100") int zoom,
            @QueryParam("written") String written) {
        ViewingView its = viewings.viewing(id);
        ExhibitView of = evidence.exhibit(its.exhibitId());
        of.versions().stream()
                .filter(version -> version.version() == its.version())
                .forEach(version -> ui.shows(version.marking()));
        ViewedPage shown = viewings.page(id, Math.clamp(page, 1, its.pages()), Query.orNull(written));
        return Templates.viewing(of, its, shown, Shown.of(zoom, written, its.written()));
    }

    /** Drawn by evidence-service; passed on as it comes. */
    @GET
    @Path("viewings/{id}/pages/{page}/image")
    public Response image(
            @PathParam("id") String id,
            @PathParam("page") int page,
            @QueryParam("zoom") @DefaultValue("100") int zoom) {
        int enlarged = ZOOMS.contains(zoom) ? zoom : ZOOMS.getFirst();
        Response from = viewings.image(id, page, WIDTH * enlarged / ZOOMS.getFirst());
        return Response.ok(from.readEntity(InputStream.class), "image/png")
                .header(HttpHeaders.CONTENT_LENGTH, from.getHeaderString(HttpHeaders.CONTENT_LENGTH))
                .build();
    }
}
