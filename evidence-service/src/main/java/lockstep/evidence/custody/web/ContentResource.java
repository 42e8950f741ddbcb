package lockstep.evidence.custody.web;

import static lockstep.evidence.access.Roles.*;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.custody.FileName;
import lockstep.evidence.custody.OpenContent;
import lockstep.evidence.custody.OpenContent.Given;
import lockstep.evidence.custody.OpenContent.Opening;
import lockstep.evidence.custody.OpenContent.Wanted;
import lockstep.evidence.custody.Purposes;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.LookAgain;
import lockstep.kit.acting.Acting;

/** Gives out the bytes of a version, as a file to save unless a page asks to show a harmless type. */
@Path("/api/v1")
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
public class ContentResource {
    /** Types that a browser shows without running anything in them. */
    private static final Set<String> SHOWABLE =
            Set.of("application/pdf", "image/gif", "image/jpeg", "image/png", "image/webp", "text/plain");

    private final Acting acting;
    private final LookAgain lookAgain;
    private final OpenContent open;

    public ContentResource(Acting acting, LookAgain lookAgain, OpenContent open) {
        this.acting = acting;
        this.lookAgain = lookAgain;
        this.open = open;
    }

    @GET
    @Path("exhibits/{id}/versions/{v}/content")
    public Response open(
            @PathParam("id") UUID id,
            @PathParam("v") int version,
            @QueryParam("inline") boolean inline,
            @QueryParam("original") boolean original,
            @QueryParam("purpose") String purpose) {
        Actor by = acting.actor();
        Wanted wanted = new Wanted(inline, original, Purposes.said("?purpose", purpose));
        Opening opening = lookAgain.ifNotFound(() -> open.find(id, version, wanted, by));
        boolean shown = inline && showable(opening.version());
        Given given = open.journalled(opening, shown, by);
        StreamingOutput bytes = out -> open.copy(given, out);
        return headers(Response.ok(bytes), given, shown).build();
    }

    /** What whoever opens the content is asked for before it is given. */
    @GET
    @Path("exhibits/{id}/versions/{v}/handling")
    @Produces(MediaType.APPLICATION_JSON)
    public OpenContent.Asked asked(@PathParam("id") UUID id, @PathParam("v") int version) {
        Actor by = acting.actor();
        return lookAgain.ifNotFound(() -> open.asked(id, version, by));
    }

    private static boolean showable(ExhibitVersion version) {
        return SHOWABLE.contains(version.mediaType()) && !version.mediaTypeContradicted();
    }

    private static Response.ResponseBuilder headers(Response.ResponseBuilder answer, Given given, boolean shown) {
        ExhibitVersion version = given.version();
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(given.sha256()));
        return answer.type(version.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, given.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileName.disposition(
                                shown ? "inline" : "attachment", version.title(), version.n(), version.mediaType()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'")
                .header("Repr-Digest", "sha-256=:" + digest + ":")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
