package lockstep.evidence.intake.web;

import static lockstep.evidence.access.Roles.ANALYST;
import static lockstep.evidence.access.Roles.AUDITOR;
import static lockstep.evidence.access.Roles.CHAIR;
import static lockstep.evidence.access.Roles.LEGAL;
import static lockstep.evidence.access.Roles.PUBLISHER;
import static lockstep.evidence.access.Roles.REGISTRAR;
import static lockstep.evidence.access.Roles.RELEASE_OFFICER;
import static lockstep.evidence.access.Roles.REVIEWER;
import static lockstep.evidence.access.Roles.SECRETARIAT;
import static lockstep.evidence.access.Roles.SUBMITTER;
import static lockstep.evidence.access.Roles.VOTER;

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
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.Description;
import lockstep.evidence.exhibit.DescriptionCheck;
import lockstep.evidence.exhibit.DescriptionInput;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.LookAgain;
import lockstep.evidence.intake.BatchExhibits;
import lockstep.evidence.intake.BatchView;
import lockstep.evidence.intake.EndUpload;
import lockstep.evidence.intake.FindBatches;
import lockstep.evidence.intake.FinishUpload;
import lockstep.evidence.intake.OpenBatch;
import lockstep.evidence.intake.Upload;
import lockstep.evidence.intake.UploadState;
import lockstep.evidence.intake.UploadView;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.MarkingInput;
import lockstep.kit.web.Pages;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Batches of files: opened with what is said about all of them, looked at while they come, tried again. */
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
public class BatchResource {
    private static final String ANY_TYPE = "application/octet-stream";

    private final Acting acting;
    private final LookAgain lookAgain;
    private final DescriptionCheck check;
    private final OpenBatch open;
    private final FindBatches find;
    private final BatchExhibits exhibits;
    private final EndUpload end;
    private final FinishUpload finish;
    private final Idempotency idempotency;

    public BatchResource(
            Acting acting,
            LookAgain lookAgain,
            DescriptionCheck check,
            OpenBatch open,
            FindBatches find,
            BatchExhibits exhibits,
            EndUpload end,
            FinishUpload finish,
            Idempotency idempotency) {
        this.acting = acting;
        this.lookAgain = lookAgain;
        this.check = check;
        this.open = open;
        this.find = find;
        this.exhibits = exhibits;
        this.end = end;
        this.finish = finish;
        this.idempotency = idempotency;
    }

    /**
     * What is said about every file of a batch.
     *
     * @param title of the batch, and of a file without a name
     * @param mediaType of a file that has none and does not begin like one that is known
     */
    public record BatchInput(
            String title,
            String sourceType,
            String sourceUrl,
            String archivedUrl,
            String collectedAt,
            List<String> languages,
            String reliability,
            Integer credibility,
            String relianceUse,
            String personalData,
            String mediaType,
            MarkingInput marking) {

        DescriptionInput description() {
            return new DescriptionInput(
                    title,
                    sourceType,
                    sourceUrl,
                    archivedUrl,
                    collectedAt,
                    languages,
                    reliability,
                    credibility,
                    relianceUse,
                    personalData,
                    mediaType == null ? ANY_TYPE : mediaType,
                    marking,
                    null);
        }
    }

    /** A batch to which files can be sent. */
    public record Opened(UUID id) {}

    @POST
    @Path("cases/{caseId}/batches")
    @RolesAllowed(ANALYST)
    @APIResponseSchema(value = Opened.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<Opened> open(
            @PathParam("caseId") UUID caseId, BatchInput said, @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = acting.actor();
        Checks.given(said);
        Description description = check.checked(said.description(), by);
        Opened opened = lookAgain.ifNotFound(() -> idempotency.once(
                key,
                "POST /cases/" + caseId + "/batches",
                said,
                Opened.class,
                () -> new Opened(open.open(caseId, description, by).id())));
        return Answers.created("/api/v1/batches/" + opened.id(), opened);
    }

    @GET
    @Path("batches/{id}")
    public BatchView byId(@PathParam("id") UUID id) {
        Actor reader = acting.actor();
        return lookAgain.ifNotFound(() -> find.byId(id, reader).orElseThrow(BatchResource::notFound));
    }

    @GET
    @Path("batches/{id}/uploads")
    public RestResponse<Page<UploadView>> uploads(
            @PathParam("id") UUID id,
            @QueryParam("state") UploadState state,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        Actor reader = acting.actor();
        return Pages.answer(asked, lookAgain.ifNotFound(() -> find.uploads(id, state, cursor, limit, reader)
                .orElseThrow(BatchResource::notFound)));
    }

    @GET
    @Path("batches/{id}/exhibits")
    public RestResponse<Page<BatchExhibits.Row>> exhibits(
            @PathParam("id") UUID id,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        Actor reader = acting.actor();
        return Pages.answer(asked, lookAgain.ifNotFound(() -> exhibits.of(id, cursor, limit, reader)
                .orElseThrow(BatchResource::notFound)));
    }

    @POST
    @Path("uploads/{id}/retry")
    @RolesAllowed(ANALYST)
    public UploadView retry(@PathParam("id") UUID id) {
        Actor by = acting.actor();
        Upload upload = end.retry(id, by);
        return UploadView.of(finish.finish(id, upload.caseId(), by));
    }

    private static ExhibitRefused notFound() {
        return new ExhibitRefused(Reason.NOT_FOUND);
    }
}
