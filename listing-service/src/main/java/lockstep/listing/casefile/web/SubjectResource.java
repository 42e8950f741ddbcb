package lockstep.listing.casefile.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import lockstep.kit.acting.Acting;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Preconditions;
import lockstep.listing.casefile.DescribeSubject;
import lockstep.listing.casefile.ReviseSubject;
import lockstep.listing.casefile.Subjects;
import lockstep.listing.casefile.web.CaseBodies.SubjectView;
import lockstep.listing.subject.SubjectText;

/** The subjects of a case: identity, names, identifiers, addresses. */
@Path("/api/v1")
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
    public Response describe(@PathParam("id") UUID caseId, SubjectText body, @Context HttpHeaders headers) {
        SubjectViews.mustBeRight(body);
        SubjectView described = idempotency.once(
                headers,
                "POST /cases/" + caseId + "/subjects",
                body,
                SubjectView.class,
                () -> SubjectViews.of(describing.describe(caseId, body, acting.actor())));
        return Response.created(URI.create("/api/v1/subjects/" + described.id()))
                .tag(Preconditions.etag(described.version()))
                .entity(described)
                .build();
    }

    @PUT
    @Path("/subjects/{id}")
    @RolesAllowed("analyst")
    public Response revise(
            @PathParam("id") UUID id,
            @QueryParam("materialChange") boolean materialChange,
            SubjectText body,
            @Context HttpHeaders headers) {
        SubjectViews.mustBeRight(body);
        SubjectView revised = SubjectViews.of(
                revising.revise(id, Preconditions.matched(headers), body, materialChange, acting.actor()));
        return Response.ok(revised).tag(Preconditions.etag(revised.version())).build();
    }

    @GET
    @Path("/subjects/{id}")
    @RolesAllowed("**")
    @ReadOnly
    public Response get(@PathParam("id") UUID id) {
        SubjectView view = SubjectViews.of(subjects.require(acting.actor(), id));
        return Response.ok(view).tag(Preconditions.etag(view.version())).build();
    }
}
