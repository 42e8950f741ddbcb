package lockstep.web.releases;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import lockstep.auth.Actor;
import lockstep.web.layout.ActForm;
import lockstep.web.layout.Form;
import lockstep.web.layout.Query;
import lockstep.web.layout.Ui;
import lockstep.web.services.EvidenceService;
import lockstep.web.services.Listed;
import lockstep.web.services.Refusal;
import lockstep.web.services.ShareRow;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** An agency's shares of personal data with other legal orders, for its release officers and its auditors. */
@Path("/")
@RunOnVirtualThread
public class ShareResource {
    private static final int SHOWN = 50;

    private final EvidenceService evidence;
    private final Ui ui;

    ShareResource(@RestClient EvidenceService evidence, Ui ui) {
        this.evidence = evidence;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "releases")
    static class Templates {
        static native TemplateInstance shares(
                List<ShareRow> rows, Form filter, String file, String next, String nextPage);
    }

    @GET
    @Path("shares")
    public TemplateInstance list(
            @QueryParam("agency") String agency,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("cursor") String cursor) {
        String of = agency(agency);
        Form filter =
                Form.empty().with("agency", of).with("from", Query.text(from)).with("to", Query.text(to));
        try {
            Listed<ShareRow> found = evidence.shares(
                    of, ActForm.startOf(from, ui.zone()), ActForm.startOf(to, ui.zone()), Query.orNull(cursor), SHOWN);
            return Templates.shares(
                    found.items(),
                    filter,
                    query("/shares.csv", of, from, to),
                    found.next(),
                    query("/shares", of, from, to));
        } catch (Refusal refusal) {
            return Templates.shares(List.of(), filter.refused(refusal).asked(ShareResource::field), "", null, "");
        }
    }

    @GET
    @Path("shares.csv")
    public Response file(
            @QueryParam("agency") String agency, @QueryParam("from") String from, @QueryParam("to") String to) {
        Response csv =
                evidence.sharesFile(agency(agency), ActForm.startOf(from, ui.zone()), ActForm.startOf(to, ui.zone()));
        return Response.ok(csv.readEntity(InputStream.class))
                .type(csv.getMediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, csv.getHeaderString(HttpHeaders.CONTENT_DISPOSITION))
                .build();
    }

    private static String field(String refused) {
        return refused.isEmpty() ? "agency" : refused.replace("?", "");
    }

    /** One's own, until another one is asked for. */
    private String agency(String asked) {
        return Query.orNull(asked) != null
                ? asked.strip()
                : ui.actor().map(Actor::agency).map(its -> its.code()).orElse("-");
    }

    private static String query(String path, String agency, String from, String to) {
        return Query.page(path)
                .with("agency", agency)
                .with("from", from)
                .with("to", to)
                .next();
    }
}
