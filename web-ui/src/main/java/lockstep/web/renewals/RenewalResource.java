package lockstep.web.renewals;

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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import lockstep.web.layout.Form;
import lockstep.web.layout.FormAddresses;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Option;
import lockstep.web.layout.Query;
import lockstep.web.layout.Reasons;
import lockstep.web.layout.Ui;
import lockstep.web.many.ManyResource;
import lockstep.web.services.AllowedAction;
import lockstep.web.services.Listed;
import lockstep.web.services.Refusal;
import lockstep.web.services.RenewalService;
import lockstep.web.services.RenewalView;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The renewal of a whole list: its term, its entries with their sheets, and sheets drafted for what has none. */
@Path("/renewals")
@RunOnVirtualThread
public class RenewalResource {
    private static final List<String> SHEETS = List.of("NONE", "KEEP", "AMEND", "DROP");

    private final RenewalService renewals;
    private final Ui ui;

    RenewalResource(@RestClient RenewalService renewals, Ui ui) {
        this.renewals = renewals;
        this.ui = ui;
    }

    /** An act on many sheets that the reader has the role for. */
    public record Onward(String act) {}

    /** Why an entry has no sheet now. */
    public record Left(String listingId, String why) {}

    @CheckedTemplate(basePath = "renewals")
    static class Templates {
        static native TemplateInstance renewals(List<String> programmes);

        static native TemplateInstance renewal(
                RenewalView r,
                Listed<RenewalView.Entry> entries,
                Form form,
                boolean all,
                boolean mayDraft,
                List<Onward> onward,
                List<Option> sheets,
                String sheet,
                String nextPage);

        static native TemplateInstance drafted(String programme, List<Left> left, int done, int asked);
    }

    /** The lists that end unless they are renewed, in which the reader has a part. */
    @GET
    public TemplateInstance all() {
        return Templates.renewals(renewals.renewals().items().stream()
                .map(RenewalView.Renewed::programme)
                .toList());
    }

    @GET
    @Path("{programme}")
    public TemplateInstance show(
            @PathParam("programme") String programme,
            @QueryParam("sheet") String sheet,
            @QueryParam("all") boolean all,
            @QueryParam("cursor") String cursor) {
        return showing(programme, sheet, all, cursor, Form.empty());
    }

    @GET
    @Path("{programme}/sheets")
    public Response drafted(@PathParam("programme") String programme) {
        return FormAddresses.to("/renewals/{programme}", programme);
    }

    @POST
    @Path("{programme}/sheets")
    public TemplateInstance draft(@PathParam("programme") String programme, MultivaluedMap<String, String> fields) {
        Form form = Form.posted(fields, "/renewals/" + programme, Messages.text(ui.language(), "renewal.draft"));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode ids = body.putArray("listingIds");
        form.field("items").values().stream()
                .flatMap(id -> Query.id(id).stream())
                .forEach(ids::add);
        try {
            List<RenewalView.Drafted> came =
                    renewals.draftSheets(programme, body).items();
            List<Left> left = came.stream()
                    .filter(one -> one.proposalId() == null)
                    .map(one -> new Left(one.listingId(), Reasons.text(ui.language(), one.reason(), one.detail())))
                    .toList();
            return Templates.drafted(programme, left, came.size() - left.size(), came.size());
        } catch (Refusal refusal) {
            return showing(programme, null, false, null, form.refused(refusal));
        }
    }

    private TemplateInstance showing(String programme, String sheet, boolean all, String cursor, Form form) {
        RenewalView its = renewals.renewal(programme);
        String wanted = sheet != null && SHEETS.contains(sheet) ? sheet : null;
        boolean mayDraft = its.allowedActions().stream().anyMatch(AllowedAction::allowed);
        List<Onward> onward = Stream.of("submit", "accept", "endorse", "find-sufficient")
                .filter(act -> ManyResource.roles(act).stream().anyMatch(ui.me()::has))
                .map(Onward::new)
                .toList();
        return Templates.renewal(
                its,
                renewals.renewalEntries(programme, wanted, cursor),
                form,
                all,
                mayDraft,
                onward,
                Option.words("sheet", SHEETS),
                Query.text(wanted),
                Query.page("/renewals/" + programme).with("sheet", wanted).next());
    }
}
