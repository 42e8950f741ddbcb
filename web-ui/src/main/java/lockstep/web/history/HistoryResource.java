package lockstep.web.history;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.auth.Agencies;
import lockstep.auth.Agency;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.Form;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Query;
import lockstep.web.layout.Ui;
import lockstep.web.services.AppointmentView;
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

    private static final Agencies AGENCIES = Agencies.bundled();

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
                List<Option> programmes,
                List<Option> types,
                List<Option> agencies,
                String shares,
                Form filter,
                String nextPage,
                String next);

        /** {@code back} is empty where the reader sees the history and not what it is about. */
        static native TemplateInstance timeline(
                String title, String about, String back, HistoryPage page, String nextPage);
    }

    /** For an auditor all that the appointment covers; for others the cases whose history they can open. */
    @GET
    @Path("history")
    public TemplateInstance overview(@BeanParam Asked asked) {
        return ui.me().has("auditor") ? audited(asked) : cases(asked);
    }

    /** What a reader narrows the history by; days begin where the reader lives. */
    public static class Asked {
        @QueryParam("programme")
        String programme;

        @QueryParam("type")
        String type;

        @QueryParam("agency")
        String agency;

        @QueryParam("from")
        String from;

        @QueryParam("to")
        String to;

        @QueryParam("cursor")
        String cursor;

        private Form form() {
            return Form.empty()
                    .with("programme", Query.text(programme))
                    .with("type", Query.text(type))
                    .with("agency", Query.text(agency))
                    .with("from", Query.text(from))
                    .with("to", Query.text(to));
        }

        private String page() {
            return Query.page("/history")
                    .with("programme", programme)
                    .with("type", type)
                    .with("agency", agency)
                    .with("from", from)
                    .with("to", to)
                    .next();
        }
    }

    private TemplateInstance cases(Asked asked) {
        return Templates.overview(
                listing.cases(null, Query.orNull(asked.programme), null).items(),
                List.of(),
                false,
                List.of(),
                Option.words(
                        "programme",
                        programmes.all().stream().map(ProgrammeView::code).toList()),
                List.of(),
                List.of(),
                null,
                asked.form(),
                asked.page(),
                null);
    }

    private TemplateInstance audited(Asked asked) {
        Form filter = asked.form();
        Listed<HistoryItem> covered;
        try {
            covered = listing.coveredHistory(
                    Query.orNull(asked.agency),
                    Query.orNull(asked.programme),
                    Query.orNull(asked.type),
                    ActForm.startOf(asked.from, ui.zone()),
                    ActForm.startOf(asked.to, ui.zone()),
                    true,
                    Query.orNull(asked.cursor),
                    HistoryPage.ROWS);
        } catch (Refusal refusal) {
            filter.refused(refusal).asked(field -> field.replace("?", ""));
            covered = new Listed<>(List.of(), null);
        }
        List<AppointmentView> audits = audits();
        return Templates.overview(
                List.of(),
                covered.items(),
                true,
                covered.items().stream()
                        .map(HistoryItem::caseId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                Option.words("programme", coveredProgrammes(audits)),
                HistoryTypes.options(ui.language()),
                AGENCIES.all().stream()
                        .sorted(Comparator.comparing(Agency::name))
                        .map(one -> Option.of(one.code(), one.name()))
                        .toList(),
                shares(audits),
                filter,
                asked.page(),
                covered.next());
    }

    private List<AppointmentView> audits() {
        return listing.appointmentsOf(ui.me().agency().code()).items().stream()
                .filter(its -> its.sub().equals(ui.sub()) && its.isAudit())
                .toList();
    }

    /** Those of the auditor's appointments, and what these cover beside them. */
    private static List<String> coveredProgrammes(List<AppointmentView> audits) {
        return audits.stream()
                .flatMap(its -> Stream.concat(Stream.of(its.programme()), its.covered().programmes().stream()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Shares are an agency's: whoever audits programmes alone is shown none. */
    static String shares(List<AppointmentView> audits) {
        return audits.stream()
                .flatMap(its -> its.covered().agencies().stream())
                .sorted()
                .findFirst()
                .map(agency -> "/shares?agency=" + agency)
                .orElse(null);
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
