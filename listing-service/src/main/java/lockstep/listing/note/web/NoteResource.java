package lockstep.listing.note.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import lockstep.auth.Audience;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Pages;
import lockstep.listing.note.InternalNotes;
import lockstep.listing.note.WidenNote;
import lockstep.listing.note.WriteNote;
import lockstep.listing.note.web.NoteViews.NoteView;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Notes of agencies on a proposal or a package: an agency's own, and those that others let it read. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class NoteResource {
    private static final int LONGEST = 8000;

    private final WriteNote writing;
    private final WidenNote widening;
    private final InternalNotes notes;
    private final Idempotency idempotency;
    private final Acting acting;

    NoteResource(WriteNote writing, WidenNote widening, InternalNotes notes, Idempotency idempotency, Acting acting) {
        this.writing = writing;
        this.widening = widening;
        this.notes = notes;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    record NewNote(String text) {}

    record To(Audience audience) {}

    @GET
    @Path("/proposals/{id}/notes")
    @RolesAllowed("**")
    public RestResponse<Page<NoteView>> onProposal(
            @PathParam("id") UUID id,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        return list(false, id, cursor, limit, asked);
    }

    @GET
    @Path("/packages/{id}/notes")
    @RolesAllowed("**")
    public RestResponse<Page<NoteView>> onPackage(
            @PathParam("id") UUID id,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        return list(true, id, cursor, limit, asked);
    }

    private RestResponse<Page<NoteView>> list(boolean ofPackage, UUID id, Cursor cursor, Limit limit, UriInfo asked) {
        var found = notes.on(ofPackage, id, cursor, limit, acting.actor());
        return Pages.answer(
                asked,
                Page.of(found, limit, its -> Cursor.of(its.at(), its.id()))
                        .map(its -> NoteViews.of(its, acting.actor())));
    }

    @POST
    @Path("/proposals/{id}/notes")
    @RolesAllowed({"analyst", "submitter", "reviewer", "legal", "voter", "chair", "secretariat"})
    @APIResponseSchema(value = NoteView.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<NoteView> noteProposal(
            @PathParam("id") UUID id, NewNote body, @HeaderParam(Idempotency.HEADER) String key) {
        return write(false, id, body, key);
    }

    @POST
    @Path("/packages/{id}/notes")
    @RolesAllowed({"analyst", "submitter", "reviewer", "legal", "voter", "chair", "secretariat"})
    @APIResponseSchema(value = NoteView.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<NoteView> notePackage(
            @PathParam("id") UUID id, NewNote body, @HeaderParam(Idempotency.HEADER) String key) {
        return write(true, id, body, key);
    }

    private RestResponse<NoteView> write(boolean onPackage, UUID id, NewNote body, String key) {
        Checks.given(body);
        new Checks().text("/text", body.text(), LONGEST).pass();
        String on = (onPackage ? "/packages/" : "/proposals/") + id + "/notes";
        NoteView made = idempotency.once(
                key,
                "POST " + on,
                body,
                NoteView.class,
                () -> NoteViews.of(writing.write(onPackage, id, body.text().strip(), acting.actor()), acting.actor()));
        return Answers.created("/api/v1" + on, made);
    }

    /** One act and no way back; only the agency that wrote it. */
    @POST
    @Path("/notes/{id}/audience")
    @RolesAllowed({"analyst", "submitter", "reviewer", "legal", "voter", "chair", "secretariat"})
    public NoteView widen(@PathParam("id") UUID id, To body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks().present("/audience", body.audience()).pass();
        return idempotency.once(
                key,
                "POST /notes/" + id + "/audience",
                body,
                NoteView.class,
                () -> NoteViews.of(widening.widen(id, body.audience(), acting.actor()), acting.actor()));
    }
}
