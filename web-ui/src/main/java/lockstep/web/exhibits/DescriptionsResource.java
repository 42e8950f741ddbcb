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
import java.util.ArrayList;
import java.util.List;
import lockstep.web.layout.Form;
import lockstep.web.layout.Go;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Query;
import lockstep.web.layout.Reasons;
import lockstep.web.layout.Ui;
import lockstep.web.services.BatchExhibitRow;
import lockstep.web.services.BatchView;
import lockstep.web.services.CaseView;
import lockstep.web.services.DescribedAnew;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.Listed;
import lockstep.web.services.ListingService;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What is said of the files of a batch, as a grid: row by row, or for a selection. */
@Path("/batches/{id}/descriptions")
@RunOnVirtualThread
public class DescriptionsResource {
    /** A row has a dozen fields, and a form is taken with so many. */
    private static final int SHOWN = 50;

    private final ListingService listing;
    private final EvidenceService evidence;
    private final Ui ui;

    DescriptionsResource(@RestClient ListingService listing, @RestClient EvidenceService evidence, Ui ui) {
        this.listing = listing;
        this.evidence = evidence;
        this.ui = ui;
    }

    /** {@code told}: what a button did that sends nothing yet, or empty. */
    public record Grid(List<DescriptionGrid.Row> rows, String cursor, String next, String nextPage, String told) {
        public boolean isOpen() {
            return rows.stream().anyMatch(DescriptionGrid.Row::isOpen);
        }
    }

    @CheckedTemplate(basePath = "exhibits")
    static class Templates {
        static native TemplateInstance descriptions(
                BatchView b, CaseView c, Form form, Grid grid, ExhibitForm.Choices choices);
    }

    @GET
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("cursor") String cursor) {
        Listed<BatchExhibitRow> rows = rows(id, cursor);
        return page(id, cursor, rows, DescriptionGrid.over(rows.items(), Form.empty()), "");
    }

    @POST
    public Object describe(
            @PathParam("id") String id, @QueryParam("cursor") String cursor, MultivaluedMap<String, String> fields) {
        String here = address(id, cursor);
        Form sent = Form.posted(fields, here, Messages.text(ui.language(), "descriptions.title"));
        Listed<BatchExhibitRow> rows = rows(id, cursor);
        Form form = DescriptionGrid.over(rows.items(), sent);
        return switch (sent.todo()) {
            case "all", "none" -> {
                DescriptionGrid.choose(form, "all".equals(sent.todo()));
                yield page(id, cursor, rows, form, "");
            }
            case "set" -> page(id, cursor, rows, form, told(DescriptionGrid.set(form)));
            default -> save(id, cursor, rows, form, sent.once());
        };
    }

    private Object save(String id, String cursor, Listed<BatchExhibitRow> rows, Form form, String once) {
        try {
            List<DescribedAnew.Outcome> outcomes =
                    evidence.describeAnew(DescriptionGrid.changes(form), once).items();
            List<BatchExhibitRow> open =
                    rows.items().stream().filter(BatchExhibitRow::isOpen).toList();
            for (int n = 0; n < outcomes.size(); n++) {
                if (outcomes.get(n).reason() != null) {
                    DescriptionGrid.overLatest(form, n, open.get(n));
                    form.fault(
                            DescriptionGrid.ITEMS + "." + n,
                            form.text(DescriptionGrid.ITEMS + "." + n + ".title") + ": "
                                    + Reasons.text(
                                            ui.language(),
                                            outcomes.get(n).reason(),
                                            outcomes.get(n).detail()));
                }
            }
            return form.isFaulty()
                    ? page(id, cursor, rows, form, "")
                    : Go.done(
                            address(id, cursor),
                            outcomes.stream().anyMatch(DescribedAnew.Outcome::changed) ? "described" : "unchanged");
        } catch (Refusal refusal) {
            return page(id, cursor, rows, form.refused(refusal).asked(DescriptionsResource::cell), "");
        }
    }

    /** One language among others stands in their common cell. */
    private static String cell(String field) {
        return field.replaceFirst("\\.languages\\.[0-9]+$", ".languages");
    }

    private String told(int set) {
        return Messages.text(ui.language(), set == 0 ? "descriptions.none-chosen" : "descriptions.set", set);
    }

    private Listed<BatchExhibitRow> rows(String id, String cursor) {
        return evidence.batchExhibits(id, Query.orNull(cursor), SHOWN);
    }

    private TemplateInstance page(String id, String cursor, Listed<BatchExhibitRow> found, Form form, String told) {
        BatchView batch = evidence.batch(id);
        ui.shows(batch.marking());
        List<DescriptionGrid.Row> rows = new ArrayList<>();
        int open = 0;
        for (BatchExhibitRow row : found.items()) {
            if (row.latest() != null) {
                ui.shows(row.latest().marking());
                rows.add(new DescriptionGrid.Row(row, row.isOpen() ? open++ : -1, form));
            }
        }
        CaseView its = listing.caseFile(batch.caseId());
        ui.shows(its.marking());
        return Templates.descriptions(
                batch,
                its,
                form,
                new Grid(
                        rows,
                        Query.text(cursor),
                        found.next(),
                        Query.page("/batches/" + id + "/descriptions").next(),
                        told),
                ExhibitForm.choices());
    }

    private static String address(String id, String cursor) {
        String address = Query.page("/batches/" + id + "/descriptions")
                .with("cursor", cursor)
                .next();
        return address.substring(0, address.length() - 1);
    }
}
