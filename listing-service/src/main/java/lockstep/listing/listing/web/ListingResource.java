package lockstep.listing.listing.web;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.Checks;
import lockstep.kit.problem.ProblemException;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Level2;
import lockstep.kit.web.Pages;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.listing.Extensions;
import lockstep.listing.listing.Listing;
import lockstep.listing.listing.ListingActions;
import lockstep.listing.listing.ListingActs;
import lockstep.listing.listing.ListingQueries;
import lockstep.listing.programme.Horizon;
import lockstep.listing.programme.Kind;
import lockstep.listing.subject.SubjectText;
import org.jboss.resteasy.reactive.RestResponse;

/** What has been published, with the rows that the authorities print. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ListingResource {
    private final ListingQueries queries;
    private final ListingActs acts;
    private final Extensions extensions;
    private final ListingActions actions;
    private final PrintViews prints;
    private final Horizon horizon;
    private final Idempotency idempotency;
    private final Acting acting;

    ListingResource(
            ListingQueries queries,
            ListingActs acts,
            Extensions extensions,
            ListingActions actions,
            PrintViews prints,
            Horizon horizon,
            Idempotency idempotency,
            Acting acting) {
        this.queries = queries;
        this.acts = acts;
        this.extensions = extensions;
        this.actions = actions;
        this.prints = prints;
        this.horizon = horizon;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    /** A listing shows what is printed; where it comes from is null for those who don't see that. */
    record View(
            UUID id,
            String programme,
            String kind,
            String number,
            SubjectText subject,
            String ground,
            List<String> criteria,
            LocalDate listedDate,
            LocalDate inForce,
            Instant publishedAt,
            Instant recordedAt,
            String status,
            UUID amends,
            Instant lapsesAt,
            Instant expiresAt,
            boolean termOver,
            Kind waitingAct,
            UUID confirmProposalId,
            Instant endedAt,
            UUID succeededBy,
            PrintViews.ConfirmationView confirmation,
            List<Listing.AuthorityRef> authorityRefs,
            List<ListingActs.ActOn> acts,
            UUID proposalId,
            UUID subjectId,
            UUID packageId,
            UUID caseId,
            int revision,
            String contentHash,
            String correctedHash,
            List<Listing.Output> outputs,
            List<Allowed> allowedActions) {}

    @GET
    @Path("/listings")
    @RolesAllowed("**")
    public RestResponse<Page<ListingQueries.Row>> list(
            @QueryParam("programme") String programme,
            @QueryParam("q") String q,
            @QueryParam("packageId") UUID packageId,
            @QueryParam("caseId") UUID caseId,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        acting.actor();
        return Pages.answer(
                asked,
                Page.of(
                        queries.list(programme, q, packageId, caseId, cursor, limit),
                        limit,
                        ListingQueries.Row::cursor));
    }

    @GET
    @Path("/listings/{id}")
    @RolesAllowed("**")
    public View get(@PathParam("id") UUID id) {
        Actor actor = acting.actor();
        Listing its = queries.find(id).orElseThrow(ProblemException::notFound);
        ListingQueries.Origin origin = queries.origin(its);
        ListingQueries.Outlook outlook = queries.outlook(its);
        return new View(
                its.id(),
                its.programme(),
                its.kind().name(),
                its.number(),
                its.printed().subject(),
                its.ground(),
                its.printed().criteria(),
                its.listedDate(),
                its.inForce(),
                its.publishedAt(),
                its.recordedAt(),
                its.status().name(),
                its.amends(),
                its.lapsesAt(),
                its.expiresAt(),
                outlook.termOver(),
                outlook.waitingAct(),
                outlook.confirmProposalId(),
                its.endedAt(),
                its.succeededBy(),
                prints.of(its),
                its.authorityRefs(),
                acts.on(id),
                origin.proposalId(),
                origin.subjectId(),
                origin.packageId(),
                origin.caseId(),
                its.revision(),
                its.contentHash(),
                its.correctedHash(),
                its.outputs(),
                actions.of(its, origin, actor));
    }

    record ExtensionInput(String number, LocalDate decidedOn) {}

    @POST
    @Path("/listings/{id}/extension")
    @RolesAllowed("secretariat")
    @Level2
    public View extend(@PathParam("id") UUID id, ExtensionInput body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        Checks checks = new Checks().text("/number", body.number(), 100).present("/decidedOn", body.decidedOn());
        horizon.decided(checks, "/decidedOn", body.decidedOn()).pass();
        idempotency.once(
                key,
                "POST /listings/" + id + "/extension",
                body,
                () -> extensions.record(id, body.number().strip(), body.decidedOn(), acting.actor()));
        return get(id);
    }

    @POST
    @Path("/listings/{id}/extension/confirm")
    @RolesAllowed("secretariat")
    @Level2
    public View confirm(@PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) String key) {
        idempotency.once(
                key, "POST /listings/" + id + "/extension/confirm", null, () -> extensions.confirm(id, acting.actor()));
        return get(id);
    }
}
