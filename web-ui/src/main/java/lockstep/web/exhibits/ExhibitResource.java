package lockstep.web.exhibits;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.stream.Stream;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.ActPage;
import lockstep.web.layout.Acts;
import lockstep.web.layout.Askable;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.LegalBases;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Query;
import lockstep.web.layout.Ui;
import lockstep.web.services.AllowedAction;
import lockstep.web.services.CaseView;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.ExhibitRow;
import lockstep.web.services.ExhibitView;
import lockstep.web.services.HistoryItem;
import lockstep.web.services.KeepingView;
import lockstep.web.services.Listed;
import lockstep.web.services.ListingService;
import lockstep.web.services.MayRead;
import lockstep.web.services.PartsView;
import lockstep.web.services.PointerView;
import lockstep.web.services.RedactionService;
import lockstep.web.services.RedactionsView;
import lockstep.web.services.Refusal;
import lockstep.web.services.ReleaseView;
import lockstep.web.services.ReleasedToMe;
import lockstep.web.services.Scan;
import lockstep.web.services.SourceView;
import lockstep.web.services.SpillService;
import lockstep.web.services.SpillView;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Exhibits: those of a case, and one with its versions, custody and content. */
@Path("/")
@RunOnVirtualThread
public class ExhibitResource {
    private static final int CUSTODY_SHOWN = 25;

    private static final List<String> ALSO_TOLD = List.of("submitter", "secretariat", "registrar");

    private final ListingService listing;
    private final EvidenceService evidence;
    private final SpillService spills;
    private final RedactionService redactions;
    private final UnreadPage unread;
    private final Askable askable;
    private final Ui ui;

    ExhibitResource(
            @RestClient ListingService listing,
            @RestClient EvidenceService evidence,
            @RestClient SpillService spills,
            @RestClient RedactionService redactions,
            UnreadPage unread,
            Askable askable,
            Ui ui) {
        this.listing = listing;
        this.evidence = evidence;
        this.spills = spills;
        this.redactions = redactions;
        this.unread = unread;
        this.askable = askable;
        this.ui = ui;
    }

    /** What is said of an exhibit's releases. */
    record Released(List<MayRead> readers, List<ReleasedToMe> toMe, List<ReleaseView> requests, boolean mayAsk) {
        public List<MayRead> may() {
            return readers.stream().filter(MayRead::mayRead).toList();
        }

        public List<MayRead> mayNot() {
            return readers.stream().filter(its -> !its.mayRead()).toList();
        }
    }

    /** So much of the custody as stands on one page; {@code later}: it doesn't begin with the first entry. */
    record Custody(List<HistoryItem> items, String next, String nextPage, boolean later) {}

    @CheckedTemplate(basePath = "exhibits")
    static class Templates {
        static native TemplateInstance exhibits(
                CaseView c, Listed<ExhibitRow> exhibits, boolean mayAdd, String nextPage);

        static native TemplateInstance exhibit(
                ExhibitView x,
                CaseView c,
                Custody custody,
                Acts acts,
                Released released,
                PartsView parts,
                RedactionsView redactions,
                KeepingView keeping,
                SpillView spill,
                PointerView pointer,
                SourceView source);
    }

    @GET
    @Path("cases/{id}/exhibits")
    public TemplateInstance list(@PathParam("id") String id, @QueryParam("cursor") String cursor) {
        Listed<ExhibitRow> found = evidence.exhibits(id, cursor, 50);
        found.items().forEach(row -> ui.shows(row.marking()));
        CaseView its = caseOf(id);
        boolean mayAdd = ui.me().has("analyst")
                && ui.actor()
                        .filter(actor -> its.takesPart(actor.agency().code()))
                        .isPresent();
        return Templates.exhibits(
                its, found, mayAdd, Query.page("/cases/" + id + "/exhibits").next());
    }

    @GET
    @Path("exhibits/{id}")
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("cursor") String cursor) {
        ExhibitView found;
        try {
            found = shown(id);
        } catch (Refusal hidden) {
            return unread.instead(hidden, id);
        }
        PartsView parts = evidence.parts(id, found.latest().version());
        KeepingView keeping = evidence.keeping(id);
        SpillView spill = spills.spill(id);
        RedactionsView pairs = redactions.about(id);
        SourceView source = evidence.source(id);
        List<AllowedAction> all = Stream.of(
                        with(found.allowedActions(), parts),
                        List.of(pairs.bring()),
                        keeping.allowedActions(),
                        source.allowedActions(),
                        freezing(spill))
                .flatMap(List::stream)
                .toList();
        Acts acts = Acts.of(all, "exhibit", action -> at(id, action));
        return Templates.exhibit(
                found,
                caseIfSeen(found.caseId()),
                custody(id, Query.orNull(cursor)),
                acts,
                released(
                        found,
                        ui.actor().filter(actor -> actor.of(found.originator())).isPresent()),
                parts,
                pairs,
                keeping,
                spill,
                found.latest().isPointer() ? evidence.pointer(id) : null,
                source);
    }

    /** Where an act on an exhibit is done; null: nowhere. */
    static String at(String id, String action) {
        return switch (action) {
            case "set-hold", "propose-disposal", "confirm-disposal", "drop-disposal" ->
                "/exhibits/" + id + "/keep/" + action;
            case "freeze" -> "/exhibits/" + id + "/spill/act/freeze";
            case "protect-source", "open-source", "change-source", "name-handler" ->
                "/exhibits/" + id + "/source/" + action;
            case "withdraw", "record-transfer", "open-parts", "propose-scan-override", "confirm-scan-override" ->
                "/exhibits/" + id + "/act/" + action;
            case "bring-redacted-copy" -> "/exhibits/" + id + "/redact";
            case "add-version" -> "/exhibits/" + id + "/versions/new";
            default -> null;
        };
    }

    /** What comes after a freeze is done on its own page. */
    static List<AllowedAction> freezing(SpillView spill) {
        return spill.allowedActions().stream()
                .filter(act -> "freeze".equals(act.action()))
                .toList();
    }

    private Custody custody(String id, String cursor) {
        Listed<HistoryItem> found = evidence.custody(id, cursor, CUSTODY_SHOWN);
        return new Custody(
                found.items(), found.next(), Query.page("/exhibits/" + id).next(), cursor != null);
    }

    /** Of what is no container nothing is said. */
    private static List<AllowedAction> with(List<AllowedAction> acts, PartsView parts) {
        return parts.container()
                ? Stream.concat(acts.stream(), Stream.of(parts.act())).toList()
                : acts;
    }

    /**
     * Who can see it, and why, is for its originator's people; the others are told by which release they read it. Whoever is an
     * auditor and nothing else asks neither that nor for requests.
     */
    private Released released(ExhibitView its, boolean ours) {
        boolean asks = askable.hasRole();
        boolean told = asks || ALSO_TOLD.stream().anyMatch(ui.me()::has);
        return new Released(
                ours && told
                        ? evidence.readers(its.id(), its.latest().version()).items()
                        : List.of(),
                ours ? List.of() : evidence.releasedToMe(its.id()).items(),
                told ? evidence.releases(null, null, its.id(), null, 50).items() : List.of(),
                asks);
    }

    @GET
    @Path("exhibits/{id}/act/{action}")
    public TemplateInstance ask(@PathParam("id") String id, @PathParam("action") String action) {
        ActForm act = ActForm.of("exhibit", action);
        ExhibitView its = shown(id);
        PartsView parts = evidence.parts(id, its.latest().version());
        Closed.unless(with(its.allowedActions(), parts), "exhibit", action, "/exhibits/" + id);
        return asking(its, act, Form.empty());
    }

    @POST
    @Path("exhibits/{id}/act/{action}")
    public Object act(
            @PathParam("id") String id, @PathParam("action") String action, MultivaluedMap<String, String> fields) {
        ActForm act = ActForm.of("exhibit", action);
        Form form = Form.posted(fields, "/exhibits/" + id, act.label());
        ExhibitView its = shown(id);
        int latest = its.latest().version();
        try {
            switch (action) {
                case "propose-scan-override" ->
                    evidence.proposeScanOverride(id, latest, act.body(form, Ui.BRUSSELS), form.once());
                case "record-transfer" -> evidence.recordTransfer(id, latest, act.body(form, ui.zone()), form.once());
                case "open-parts" -> evidence.openIntoParts(id, latest, form.once());
                case "confirm-scan-override" -> evidence.confirmScanOverride(id, latest, form.once());
                default -> evidence.withdraw(id, act.body(form, Ui.BRUSSELS), form.once());
            }
            return Go.done("/exhibits/" + id, "withdraw".equals(action) ? "exhibit-withdrawn" : action);
        } catch (Refusal refusal) {
            return asking(shown(id), act, form.refused(refusal));
        }
    }

    private TemplateInstance asking(ExhibitView its, ActForm act, Form form) {
        Scan scan = its.latest().scan();
        List<ActPage.Fact> facts = scan == null || scan.override() == null
                ? List.of()
                : List.of(new ActPage.Fact(
                        Messages.text(ui.language(), "scan.override"),
                        scan.override().reason() + " (" + scan.override().proposedBy() + ")"));
        List<Option> bases =
                "record-transfer".equals(act.action()) ? LegalBases.options(evidence.legalBases()) : List.of();
        return ActPage.show(
                act,
                form.asked(refused -> "legalBasis".equals(refused) ? "legalBasis.code" : refused),
                ActPage.About.of(its.title(), "/exhibits/" + its.id())
                        .withFacts(facts)
                        .withChoices(bases));
    }

    private ExhibitView shown(String id) {
        ExhibitView found = evidence.exhibit(id);
        found.versions().forEach(version -> ui.shows(version.marking()));
        return found;
    }

    /** Null where an exhibit is open to the reader in a case whose own marking isn't. */
    private CaseView caseIfSeen(String id) {
        try {
            return caseOf(id);
        } catch (Refusal refused) {
            if (refused.status() == 404) {
                return null;
            }
            throw refused;
        }
    }

    private CaseView caseOf(String id) {
        CaseView its = listing.caseFile(id);
        ui.shows(its.marking());
        return its;
    }
}
