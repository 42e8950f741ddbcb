package lockstep.web.work;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Ui;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.InboxItem;
import lockstep.web.services.ListingService;
import lockstep.web.services.Mailing;
import lockstep.web.services.NotMailedRow;
import lockstep.web.services.NoticeRow;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** My work: the home page, by deadline. */
@Path("/")
@RunOnVirtualThread
public class WorkResource {
    private static final int NOTICES = 50;
    private static final List<String> OF_EVIDENCE = List.of(
            "analyst",
            "submitter",
            "reviewer",
            "legal",
            "voter",
            "chair",
            "release-officer",
            "secretariat",
            "publisher",
            "registrar");

    private static final List<String> LISTING_SPILLS = List.of("release-officer", "registrar", "auditor");

    private final ListingService listing;
    private final EvidenceService evidence;
    private final Programmes programmes;
    private final Ui ui;

    WorkResource(
            @RestClient ListingService listing, @RestClient EvidenceService evidence, Programmes programmes, Ui ui) {
        this.listing = listing;
        this.evidence = evidence;
        this.programmes = programmes;
        this.ui = ui;
    }

    /** {@code zone}: in which the programme counts, for what has a deadline. */
    record Row(InboxItem item, String zone) {}

    @CheckedTemplate(basePath = "work")
    static class Templates {
        static native TemplateInstance myWork(
                List<Row> rows,
                String next,
                Mailing mailing,
                List<NoticeRow> notMailed,
                List<NotMailedRow> unreached,
                boolean administers,
                boolean spills);
    }

    @GET
    public TemplateInstance myWork() {
        boolean administers = ui.me().has("admin");
        List<InboxItem> items = waiting();
        List<NoticeRow> notMailed = listing.notices(NOTICES).items().stream()
                .filter(NoticeRow::notMailed)
                .toList();
        return Templates.myWork(
                items.stream().map(item -> new Row(item, zone(item))).toList(),
                items.isEmpty() ? "" : items.getFirst().page(),
                listing.mailing(),
                notMailed,
                administers ? listing.notMailed().items() : List.of(),
                administers,
                LISTING_SPILLS.stream().anyMatch(ui.me()::has));
    }

    /** What has a deadline comes first; what waits in the evidence has none. */
    private List<InboxItem> waiting() {
        List<InboxItem> items = new ArrayList<>(listing.inbox().items());
        if (OF_EVIDENCE.stream().anyMatch(ui.me()::has)) {
            List<InboxItem> evidences = evidence.inbox().items();
            evidences.forEach(item -> item.markings().forEach(ui::shows));
            items.addAll(evidences);
        }
        return items;
    }

    private String zone(InboxItem item) {
        return item.due() == null || item.programme() == null
                ? ""
                : programmes.get(item.programme()).zone();
    }

    /** For a calendar: when something waits, and of what kind; nothing of any case. */
    @GET
    @Path("work/deadlines.ics")
    @Produces("text/calendar")
    public Response deadlines(@Context UriInfo asked) {
        String pages = asked.getBaseUri().toString();
        return Response.ok(DeadlineCalendar.of(listing.inbox().items(), pages, ui.language()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"deadlines.ics\"")
                .build();
    }
}
