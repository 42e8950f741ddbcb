package lockstep.web.many;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.List;
import java.util.Locale;
import lockstep.web.layout.Closed;
import lockstep.web.layout.Form;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Programmes;
import lockstep.web.layout.Query;
import lockstep.web.layout.Reasons;
import lockstep.web.layout.Ui;
import lockstep.web.services.ListingService;
import lockstep.web.services.Many;
import lockstep.web.services.Me;
import lockstep.web.services.ProgrammeView;
import lockstep.web.services.ProposalRow;
import lockstep.web.services.Refusal;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The same act on several proposals in one go; the service does each by itself and says of each what became of it. */
@Path("/many/{act: submit|accept|endorse|find-sufficient}")
@RunOnVirtualThread
public class ManyResource {
    private static final int MOST = 200;
    private static final List<String> OPINION = List.of("standard", "criterion", "proportionality", "disclosability");

    private final ListingService listing;
    private final Programmes programmes;
    private final Ui ui;

    ManyResource(@RestClient ListingService listing, Programmes programmes, Ui ui) {
        this.listing = listing;
        this.programmes = programmes;
        this.ui = ui;
    }

    /** What became of one; {@code why} is empty where it is done. */
    public record Told(ProposalRow proposal, String why) {}

    @CheckedTemplate(basePath = "many")
    static class Templates {
        static native TemplateInstance choose(
                String act,
                Form form,
                List<ProposalRow> waiting,
                boolean all,
                List<ProgrammeView> programmes,
                String programme,
                List<String> elsewhere);

        static native TemplateInstance told(String act, String programme, List<Told> told, long done);
    }

    @GET
    public TemplateInstance choose(
            @PathParam("act") String act, @QueryParam("programme") String programme, @QueryParam("all") boolean all) {
        Closed.unless(roles(act).stream().anyMatch(ui.me()::has), "many." + act, "/packages");
        return choosing(act, programme, all, Form.empty());
    }

    @POST
    public Object act(@PathParam("act") String act, MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, "/many/" + act, Messages.text(ui.language(), "many." + act));
        String programme = form.text("programme");
        List<ProposalRow> waiting = waiting(act, programme, MOST);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode items = body.putArray("items");
        for (String chosen : form.field("items").values()) {
            if (chosen.matches("[0-9a-f-]{36}/[0-9]{1,6}")) {
                items.addObject()
                        .put("proposalId", chosen.substring(0, 36))
                        .put("revisionRead", Integer.parseInt(chosen.substring(37)));
            }
        }
        said(act).stream().filter(form::has).forEach(field -> body.put(field, form.text(field)));
        try {
            Many came = listing.many(route(act), body, form.once());
            List<Told> told =
                    came.items().stream().map(one -> told(one, waiting)).toList();
            return Templates.told(
                    act,
                    programme,
                    told,
                    came.items().stream().filter(Many.Result::done).count());
        } catch (Refusal refusal) {
            return choosing(act, programme, false, form.refused(refusal));
        }
    }

    /** Some may have left the list meanwhile: such a one is told without its name. */
    private Told told(Many.Result result, List<ProposalRow> waiting) {
        Locale language = ui.language();
        String why = result.done() ? "" : Reasons.text(language, result.reason(), result.detail());
        return new Told(
                waiting.stream()
                        .filter(row -> row.id().equals(result.proposalId()))
                        .findFirst()
                        .orElse(null),
                why);
    }

    private TemplateInstance choosing(String act, String programme, boolean all, Form form) {
        List<ProgrammeView> known = programmes.all();
        List<String> mine = mine(act);
        String wanted = Query.orNull(programme) != null
                ? programme
                : mine.stream()
                        .filter(code -> waits(act, code))
                        .findFirst()
                        .orElse(mine.isEmpty() ? known.getFirst().code() : mine.getFirst());
        List<ProposalRow> waiting = waiting(act, wanted, MOST);
        List<String> elsewhere = waiting.isEmpty()
                ? mine.stream().filter(code -> waits(act, code)).toList()
                : List.of();
        return Templates.choose(act, form, waiting, all, known, wanted, elsewhere);
    }

    /** What is said with it, of all of them alike. */
    private static List<String> said(String act) {
        return switch (act) {
            case "endorse" -> List.of("note");
            case "find-sufficient" -> OPINION;
            default -> List.of();
        };
    }

    private static String route(String act) {
        return switch (act) {
            case "submit" -> "submissions";
            case "accept" -> "acceptances";
            case "endorse" -> "endorsements";
            default -> "sufficiencies";
        };
    }

    /** Where a proposal stands that waits for it. */
    private static String status(String act) {
        return switch (act) {
            case "submit" -> "DRAFT";
            case "accept" -> "SUBMITTED";
            case "endorse" -> "IN_REVIEW";
            default -> "LEGAL_REVIEW";
        };
    }

    /** The roles whose act it is. */
    public static List<String> roles(String act) {
        return switch (act) {
            case "submit" -> List.of("submitter");
            case "accept" -> List.of("chair", "registrar");
            case "endorse" -> List.of("reviewer");
            default -> List.of("legal");
        };
    }

    /** A submitter acts for the agency, in whatever programme; the others by an office of a programme. */
    private List<String> mine(String act) {
        return "submit".equals(act)
                ? programmes.all().stream().map(ProgrammeView::code).toList()
                : ui.me().offices().stream()
                        .filter(held -> roles(act).contains(held.office()))
                        .map(Me.Office::programme)
                        .distinct()
                        .sorted()
                        .toList();
    }

    private boolean waits(String act, String programme) {
        return !waiting(act, programme, 1).isEmpty();
    }

    private List<ProposalRow> waiting(String act, String programme, int most) {
        String mine = "submit".equals(act) ? ui.me().agency().code() : null;
        return listing.proposals(programme, status(act), null, mine, null, null, most)
                .items();
    }
}
