package lockstep.web.history;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Query;
import lockstep.web.layout.Ui;
import lockstep.web.services.CaseRow;
import lockstep.web.services.CaseView;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.HistoryItem;
import lockstep.web.services.Listed;
import lockstep.web.services.ListingService;
import lockstep.web.services.PackageView;
import lockstep.web.services.ProgrammeView;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Who did what, in which seat, on which revision and exhibit versions; refusals and readings of exhibits included. */
@Path("/")
@RunOnVirtualThread
public class HistoryResource {
    /** Of what a service is asked for at once, to bring two journals into one order. */
    private static final int GATHERED = 200;

    private final ListingService listing;
    private final EvidenceService evidence;
    private final Programmes programmes;
    private final Ui ui;

    HistoryResource(
            @RestClient ListingService listing, @RestClient EvidenceService evidence, Programmes programmes, Ui ui) {
        this.listing = listing;
        this.evidence = evidence;
        this.programmes = programmes;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "history")
    static class Templates {
        static native TemplateInstance overview(
                List<CaseRow> cases,
                List<HistoryItem> items,
                boolean auditor,
                List<String> caseIds,
                List<ProgrammeView> programmes,
                String programme,
                String nextPage,
                String next);

        /** {@code back} is empty where the reader sees the history and not what it is about. */
        static native TemplateInstance timeline(
                String title, String about, String back, HistoryPage page, String nextPage);
    }

    /** For an auditor all that the appointment covers; for others the cases whose history they can open. */
    @GET
    @Path("history")
    public TemplateInstance overview(@QueryParam("programme") String programme, @QueryParam("cursor") String cursor) {
        boolean auditor = ui.me().has("auditor");
        Listed<HistoryItem> covered = auditor
                ? listing.coveredHistory(null, Query.orNull(programme), null, null, null, cursor, HistoryPage.ROWS)
                : new Listed<>(List.of(), null);
        List<CaseRow> cases = auditor
                ? List.of()
                : listing.cases(null, Query.orNull(programme), null).items();
        return Templates.overview(
                cases,
                covered.items(),
                auditor,
                covered.items().stream()
                        .map(HistoryItem::caseId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                programmes.all(),
                Query.text(programme),
                Query.page("/history").with("programme", programme).next(),
                covered.next());
    }

    @GET
    @Path("cases/{id}/history")
    public TemplateInstance ofCase(@PathParam("id") String id, @QueryParam("cursor") String cursor) {
        List<HistoryItem> items = Merged.of(
                Merged.all(from -> listing.history("cases", id, from, GATHERED)),
                Merged.all(from -> evidence.exhibitHistory(id, from, GATHERED)));
        Optional<String> seen = caseTitle(id);
        return Templates.timeline(
                title(),
                seen.orElse(id),
                seen.isPresent() ? "/cases/" + id : "",
                HistoryPage.of(items, cursor),
                Query.page("/cases/" + id + "/history").next());
    }

    /** The package's own rows, and the readings of exhibits in the cases that it brings together. */
    @GET
    @Path("packages/{id}/history")
    public TemplateInstance ofPackage(@PathParam("id") String id, @QueryParam("cursor") String cursor) {
        List<HistoryItem> own = Merged.all(from -> listing.history("packages", id, from, GATHERED));
        List<HistoryItem> readings = new ArrayList<>();
        String about = id;
        String back = "";
        try {
            PackageView its = listing.packageView(id);
            ui.shows(its.marking());
            about = its.number();
            back = "/packages/" + id;
            its.entries().stream()
                    .map(PackageView.Entry::caseId)
                    .distinct()
                    .limit(20)
                    .forEach(caseId ->
                            readings.addAll(Merged.all(from -> evidence.exhibitHistory(caseId, from, GATHERED))));
        } catch (Refusal refusal) {
            hidden(refusal);
        }
        return Templates.timeline(
                title(),
                about,
                back,
                HistoryPage.of(Merged.of(own, readings), cursor),
                Query.page("/packages/" + id + "/history").next());
    }

    private String title() {
        return Messages.text(ui.language(), "history.title");
    }

    /** An auditor sees a case's history and not always its content. */
    private Optional<String> caseTitle(String id) {
        try {
            CaseView its = listing.caseFile(id);
            ui.shows(its.marking());
            return Optional.of(its.title());
        } catch (Refusal refusal) {
            hidden(refusal);
            return Optional.empty();
        }
    }

    private static void hidden(Refusal refusal) {
        if (refusal.status() != 403 && refusal.status() != 404) {
            throw refusal;
        }
    }
}
