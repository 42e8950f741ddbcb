package lockstep.evidence.viewing.web;

import static lockstep.evidence.access.Roles.*;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.custody.MarkedCopies;
import lockstep.evidence.custody.OpenContent;
import lockstep.evidence.custody.OpenContent.Opening;
import lockstep.evidence.custody.OpenContent.Wanted;
import lockstep.evidence.custody.Purposes;
import lockstep.evidence.exhibit.Fields;
import lockstep.evidence.exhibit.LookAgain;
import lockstep.evidence.exhibit.Viewer;
import lockstep.evidence.storage.SealedBytes;
import lockstep.evidence.viewing.BeginViewing;
import lockstep.evidence.viewing.LookAtPage;
import lockstep.evidence.viewing.LookAtPage.Looking;
import lockstep.evidence.viewing.LookAtPage.PageView;
import lockstep.evidence.viewing.Viewing;
import lockstep.kit.acting.Acting;
import lockstep.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Content looked at page by page: journalled when it is begun, and asked for anew at each page. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
    ANALYST,
    SUBMITTER,
    REVIEWER,
    LEGAL,
    VOTER,
    CHAIR,
    RELEASE_OFFICER,
    SECRETARIAT,
    PUBLISHER,
    REGISTRAR,
    AUDITOR
})
public class ViewingResource {
    private static final int NARROWEST = 100;
    private static final int WIDEST = 3600;

    /** As what a reader may want a text read that was taken for something else. */
    private static final Set<String> WRITINGS = Set.of(
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

    private final Acting acting;
    private final LookAgain lookAgain;
    private final OpenContent open;
    private final BeginViewing begin;
    private final LookAtPage look;

    ViewingResource(Acting acting, LookAgain lookAgain, OpenContent open, BeginViewing begin, LookAtPage look) {
        this.acting = acting;
        this.lookAgain = lookAgain;
        this.open = open;
        this.begin = begin;
        this.look = look;
    }

    /** What for, where the marking asks it. */
    public record Purpose(String purpose) {}

    /**
     * A look as its reader sees it.
     *
     * @param cutShort its end is wanting, as far as that can be told: what is there is shown
     * @param seenBy what its pictures say of who looks, where the marking asks it, else null
     */
    public record ViewingView(
            UUID id,
            UUID exhibitId,
            int version,
            Viewer viewer,
            int pages,
            String written,
            boolean cutShort,
            String seenBy,
            Instant begunAt,
            Instant endsAt) {}

    @POST
    @Path("exhibits/{id}/versions/{v}/viewings")
    @APIResponseSchema(value = ViewingView.class, responseCode = "201", responseDescription = "Begun")
    public RestResponse<ViewingView> begin(@PathParam("id") UUID id, @PathParam("v") int version, Purpose said) {
        Actor by = acting.actor();
        String purpose = Purposes.said("/purpose", said == null ? null : said.purpose());
        Wanted wanted = new Wanted(true, false, purpose);
        Opening opening = lookAgain.ifNotFound(() -> open.find(id, version, wanted, by));
        Viewing begun = begin.begin(opening, by);
        return Answers.created("/api/v1/viewings/" + begun.id(), view(begun, opening, by));
    }

    @GET
    @Path("viewings/{id}")
    public ViewingView view(@PathParam("id") UUID id) {
        Actor by = acting.actor();
        Looking at = lookAgain.ifNotFound(() -> look.find(id, by));
        return view(at.viewing(), at.opening(), by);
    }

    @GET
    @Path("viewings/{id}/pages/{n}")
    public PageView page(@PathParam("id") UUID id, @PathParam("n") int n, @QueryParam("written") String written) {
        Actor by = acting.actor();
        Fields fields = new Fields();
        fields.when(
                written != null && !WRITINGS.contains(written),
                "?written",
                "unknown-value",
                "One of " + WRITINGS + ".");
        fields.refuseWrong();
        return look.page(lookAgain.ifNotFound(() -> look.find(id, by)), n, written);
    }

    @GET
    @Path("viewings/{id}/pages/{n}/image")
    @Produces("image/png")
    public Response image(
            @PathParam("id") UUID id, @PathParam("n") int n, @QueryParam("width") @DefaultValue("1200") int width) {
        Actor by = acting.actor();
        Fields fields = new Fields();
        fields.when(
                width < NARROWEST || width > WIDEST,
                "?width",
                "out-of-range",
                "From " + NARROWEST + " to " + WIDEST + " pixels.");
        fields.refuseWrong();
        SealedBytes image = look.image(lookAgain.ifNotFound(() -> look.find(id, by)), n, width, by);
        StreamingOutput bytes = out -> look.give(image, out);
        return Response.ok(bytes, "image/png")
                .header(HttpHeaders.CONTENT_LENGTH, image.size())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static ViewingView view(Viewing its, Opening opening, Actor by) {
        return new ViewingView(
                its.id(),
                its.exhibitId(),
                its.version(),
                its.viewer(),
                its.pages(),
                its.written(),
                its.cutShort(),
                its.copy() == null
                        ? null
                        : MarkedCopies.seen(opening.version(), by, its.begunAt())
                                .line(),
                its.begunAt(),
                its.endsAt());
    }
}
