package lockstep.listing.decision.web;

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
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Pages;
import lockstep.listing.decision.ImpactNotes;
import lockstep.listing.decision.WriteImpactNote;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** A package's impact note in its versions, the newest first. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ImpactNoteResource {
    private static final int LONGEST = 8000;

    private final WriteImpactNote writing;
    private final ImpactNotes notes;
    private final Idempotency idempotency;
    private final Acting acting;

    ImpactNoteResource(WriteImpactNote writing, ImpactNotes notes, Idempotency idempotency, Acting acting) {
        this.writing = writing;
        this.notes = notes;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    record NewImpactNote(String packageHashRead, String text) {}

    record Written(int n) {}

    /** 404 for whoever doesn't see the package. */
    @GET
    @Path("/packages/{id}/impact-notes")
    @RolesAllowed("**")
    public RestResponse<Page<ImpactNotes.Note>> list(
            @PathParam("id") UUID id,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        var found = notes.of(id, cursor == null ? null : cursor.number(1), limit, acting.actor());
        return Pages.answer(asked, Page.of(found, limit, ImpactNotes.Note::cursor));
    }

    @POST
    @Path("/packages/{id}/impact-notes")
    @RolesAllowed({"chair", "secretariat", "analyst"})
    @APIResponseSchema(value = Written.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<Written> write(
            @PathParam("id") UUID id, NewImpactNote body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks()
                .text("/packageHashRead", body.packageHashRead(), 64)
                .text("/text", body.text(), LONGEST)
                .pass();
        Written made = idempotency.once(
                key,
                "POST /packages/" + id + "/impact-notes",
                body,
                Written.class,
                () -> new Written(
                        writing.write(id, body.packageHashRead(), body.text().strip(), acting.actor())));
        return Answers.created("/api/v1/packages/" + id + "/impact-notes", made);
    }
}
