package lockstep.listing.casefile.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import lockstep.kit.acting.Acting;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Preconditions;
import lockstep.listing.casefile.DescribeSubject;
import lockstep.listing.casefile.ReviseSubject;
import lockstep.listing.casefile.Subjects;
import lockstep.listing.casefile.web.CaseBodies.SubjectView;
import lockstep.listing.subject.SubjectText;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** The subjects of a case: identity, names, identifiers, addresses. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SubjectResource {
    private final DescribeSubject describing;
    private final ReviseSubject revising;
    private final Subjects subjects;
    private final Idempotency idempotency;
    private final Acting acting;

    SubjectResource(
            DescribeSubject describing,
            ReviseSubject revising,
            Subjects subjects,
            Idempotency idempotency,
            Acting acting) {
        this.describing = describing;
        this.revising = revising;
        this.subjects = subjects;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    @POST
    @Path("/cases/{id}/subjects")
    @RolesAllowed("analyst")
    @APIResponseSchema(value = SubjectView.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<SubjectView> describe(
            @PathParam("id") UUID caseId, SubjectText body, @HeaderParam(Idempotency.HEADER) String key) {
        SubjectViews.mustBeRight(body);
        SubjectView described = idempotency.once(
                key,
                "POST /cases/" + caseId + "/subjects",
                body,
                SubjectView.class,
                () -> SubjectViews.of(describing.describe(caseId, body, acting.actor())));
        return Answers.created("/api/v1/subjects/" + described.id(), described, described.version());
    }

    @PUT
    @Path("/subjects/{id}")
    @RolesAllowed("analyst")
    public RestResponse<SubjectView> revise(
            @PathParam("id") UUID id,
            @QueryParam("materialChange") boolean materialChange,
            SubjectText body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        SubjectViews.mustBeRight(body);
        SubjectView revised = SubjectViews.of(
                revising.revise(id, Preconditions.matched(ifMatch), body, materialChange, acting.actor()));
        return Answers.current(revised, revised.version());
    }

    @GET
    @Path("/subjects/{id}")
    @RolesAllowed("**")
    @ReadOnly
    public RestResponse<SubjectView> get(@PathParam("id") UUID id) {
        SubjectView view = SubjectViews.of(subjects.require(acting.actor(), id));
        return Answers.current(view, view.version());
    }
}
