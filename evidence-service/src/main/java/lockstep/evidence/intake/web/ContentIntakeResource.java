package lockstep.evidence.intake.web;

import static lockstep.evidence.access.Roles.ANALYST;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.FindExhibits;
import lockstep.evidence.exhibit.VersionView;
import lockstep.evidence.intake.Room;
import lockstep.evidence.intake.TakeInContent;
import lockstep.evidence.storage.BlobStore;
import lockstep.kit.acting.Acting;

/** Takes the raw bytes of a version, of whatever type and also of undeclared length. */
@LargeBody
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(ANALYST)
public class ContentIntakeResource {
    private final Acting acting;
    private final Room room;
    private final TakeInContent takeIn;
    private final BlobStore store;
    private final FindExhibits find;
    private final CurrentVertxRequest request;

    public ContentIntakeResource(
            Acting acting,
            Room room,
            TakeInContent takeIn,
            BlobStore store,
            FindExhibits find,
            CurrentVertxRequest request) {
        this.acting = acting;
        this.room = room;
        this.takeIn = takeIn;
        this.store = store;
        this.find = find;
        this.request = request;
    }

    @PUT
    @Path("exhibits/{id}/versions/{v}/content")
    @Consumes(MediaType.WILDCARD)
    public VersionView put(
            @PathParam("id") UUID id,
            @PathParam("v") int version,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) String declared,
            InputStream content) {
        Actor by = acting.actor();
        try {
            long announced = declared == null ? -1 : Long.parseLong(declared);
            if (announced > store.limit()) {
                throw new ExhibitRefused(Reason.TOO_LARGE);
            }
            InputStream sent = content == null ? InputStream.nullInputStream() : content;
            return find.view(room.take(by, () -> takeIn.take(id, version, sent, announced, by)), by);
        } catch (RuntimeException refused) {
            UnreadBody.drop(request.getCurrent());
            throw refused;
        }
    }
}
