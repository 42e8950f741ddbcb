package lockstep.listing.casefile.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import lockstep.auth.Agencies;
import lockstep.auth.Levels;
import lockstep.kit.acting.Acting;
import lockstep.kit.feed.PeerCatchUp;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.MarkingInput;
import lockstep.kit.web.Pages;
import lockstep.kit.web.Preconditions;
import lockstep.listing.casefile.CaseQueries;
import lockstep.listing.casefile.DeclareRecusal;
import lockstep.listing.casefile.DescribeCase;
import lockstep.listing.casefile.InviteAgency;
import lockstep.listing.casefile.LeaveCase;
import lockstep.listing.casefile.OpenCase;
import lockstep.listing.casefile.web.CaseBodies.CaseChange;
import lockstep.listing.casefile.web.CaseBodies.CaseView;
import lockstep.listing.casefile.web.CaseBodies.Departure;
import lockstep.listing.casefile.web.CaseBodies.Invitation;
import lockstep.listing.casefile.web.CaseBodies.NewCase;
import lockstep.listing.casefile.web.CaseBodies.Why;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Cases: open, describe, who takes part. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CaseResource {
    private static final String ANYBODY = "**";

    private final OpenCase opening;
    private final DescribeCase describing;
    private final InviteAgency inviting;
    private final LeaveCase leaving;
    private final DeclareRecusal recusing;
    private final CaseQueries queries;
    private final CaseViews views;
    private final PeerCatchUp peer;
    private final Idempotency idempotency;
    private final Acting acting;
    private final Agencies agencies;
    private final Levels levels;

    CaseResource(
            OpenCase opening,
            DescribeCase describing,
            InviteAgency inviting,
            LeaveCase leaving,
            DeclareRecusal recusing,
            CaseQueries queries,
            CaseViews views,
            PeerCatchUp peer,
            Idempotency idempotency,
            Acting acting,
            Agencies agencies,
            Levels levels) {
        this.opening = opening;
        this.describing = describing;
        this.inviting = inviting;
        this.leaving = leaving;
        this.recusing = recusing;
        this.queries = queries;
        this.views = views;
        this.peer = peer;
        this.idempotency = idempotency;
        this.acting = acting;
        this.agencies = agencies;
        this.levels = levels;
    }

    @POST
    @Path("/cases")
    @RolesAllowed("analyst")
    @APIResponseSchema(value = CaseView.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<CaseView> open(NewCase body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks()
                .text("/title", body.title(), 300)
                .line("/title", body.title())
                .optionalText("/summary", body.summary(), 4000)
                .all(MarkingInput.errors(body.marking(), "/marking", acting.actor(), agencies, levels))
                .pass();
        CaseView opened = idempotency.once(
                key,
                "POST /cases",
                body,
                CaseView.class,
                () -> views.of(opening.open(
                                body.title().strip(),
                                body.summary() == null ? "" : body.summary().strip(),
                                MarkingInput.atBirth(body.marking(), acting.actor(), levels),
                                acting.actor())
                        .id()));
        return Answers.created("/api/v1/cases/" + opened.id(), opened, opened.version());
    }

    @GET
    @Path("/cases")
    @RolesAllowed(ANYBODY)
    public RestResponse<Page<CaseQueries.Row>> list(
            @QueryParam("q") String q,
            @QueryParam("programme") String programme,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        acting.actor();
        return Pages.answer(asked, Page.of(queries.cases(q, programme, cursor, limit), limit, CaseQueries.Row::cursor));
    }

    @GET
    @Path("/cases/{id}")
    @RolesAllowed(ANYBODY)
    public RestResponse<CaseView> get(@PathParam("id") UUID id) {
        CaseView view = views.of(id);
        return Answers.current(view, view.version());
    }

    @PATCH
    @Path("/cases/{id}")
    @RolesAllowed("analyst")
    public RestResponse<CaseView> describe(
            @PathParam("id") UUID id, CaseChange body, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Checks.given(body);
        new Checks()
                .optionalText("/title", body.title(), 300)
                .line("/title", body.title())
                .when(body.title() != null && body.title().isBlank(), "/title", "missing", "A case has a title.")
                .optionalText("/summary", body.summary(), 4000)
                .all(MarkingInput.errors(body.marking(), "/marking", acting.actor(), agencies, levels))
                .pass();
        describing.describe(
                id,
                Preconditions.matched(ifMatch),
                body.title(),
                body.summary(),
                MarkingInput.of(body.marking()),
                acting.actor());
        return get(id);
    }

    @POST
    @Path("/cases/{id}/participants")
    @RolesAllowed({"analyst", "submitter"})
    @APIResponseSchema(value = CaseView.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<CaseView> invite(
            @PathParam("id") UUID id, Invitation body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks().text("/agency", body.agency(), 32).pass();
        CaseView view = idempotency.once(key, "POST /cases/" + id + "/participants", body, CaseView.class, () -> {
            inviting.invite(id, body.agency(), acting.actor());
            return views.of(id);
        });
        return RestResponse.status(RestResponse.Status.CREATED, view);
    }

    /** Answered only when evidence-service has it too: the agency's rights end in both at once. */
    @POST
    @Path("/cases/{id}/leave")
    @RolesAllowed({"analyst", "submitter"})
    public void leave(@PathParam("id") UUID id, Departure body) {
        Checks.given(body);
        new Checks()
                .text("/agency", body.agency(), 100)
                .text("/reason", body.reason(), 2000)
                .pass();
        leaving.leave(id, body.agency(), body.reason(), acting.actor());
        peer.require();
    }

    /** Answered only when evidence-service has it too. */
    @POST
    @Path("/cases/{id}/recusals")
    @RolesAllowed(ANYBODY)
    @APIResponse(responseCode = "201", description = "Made")
    public RestResponse<Void> recuse(@PathParam("id") UUID id, Why body) {
        Checks.given(body);
        new Checks().text("/reason", body.reason(), 2000).pass();
        recusing.declare(id, body.reason(), acting.actor());
        peer.require();
        return RestResponse.status(RestResponse.Status.CREATED);
    }
}
