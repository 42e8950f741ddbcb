package lockstep.listing.proposal.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.ProblemException;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.MarkingInput;
import lockstep.kit.web.Pages;
import lockstep.kit.web.Preconditions;
import lockstep.listing.proposal.AmendProposal;
import lockstep.listing.proposal.DraftProposal;
import lockstep.listing.proposal.Duplicates;
import lockstep.listing.proposal.ProposalDossier;
import lockstep.listing.proposal.ProposalQueries;
import lockstep.listing.proposal.ProposalText;
import lockstep.listing.proposal.Revision;
import lockstep.listing.proposal.web.ProposalBodies.ProposalView;
import lockstep.listing.proposal.web.ProposalBodies.TextInput;
import lockstep.listing.proposal.web.ProposalBodies.TextView;

/** Proposals: draft, amend, read. */
@Path("/api/v1")
@RunOnVirtualThread
public class ProposalResource {
    private final DraftProposal drafting;
    private final AmendProposal amending;
    private final ProposalQueries queries;
    private final ProposalDossier dossier;
    private final ProposalViews views;
    private final TextReader texts;
    private final Idempotency idempotency;
    private final Acting acting;

    ProposalResource(
            DraftProposal drafting,
            AmendProposal amending,
            ProposalQueries queries,
            ProposalDossier dossier,
            ProposalViews views,
            TextReader texts,
            Idempotency idempotency,
            Acting acting) {
        this.drafting = drafting;
        this.amending = amending;
        this.queries = queries;
        this.dossier = dossier;
        this.views = views;
        this.texts = texts;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    record Made(UUID id) {}

    @POST
    @Path("/cases/{id}/proposals")
    @RolesAllowed("analyst")
    public Response draft(@PathParam("id") UUID caseId, TextInput body, @Context HttpHeaders headers) {
        ProposalText text = texts.read(caseId, body);
        Made made = idempotency.once(
                headers,
                "POST /cases/" + caseId + "/proposals",
                body,
                Made.class,
                () -> new Made(drafting.draft(
                                caseId,
                                text,
                                MarkingInput.atBirth(body.marking(), acting.actor()),
                                null,
                                acting.actor())
                        .id()));
        ProposalView view = views.of(made.id());
        return Response.created(URI.create("/api/v1/proposals/" + view.id()))
                .tag(Preconditions.etag(view.version()))
                .entity(view)
                .build();
    }

    @GET
    @Path("/proposals")
    @RolesAllowed("**")
    public Response list(
            @QueryParam("programme") String programme,
            @QueryParam("status") String status,
            @QueryParam("stage") String stage,
            @QueryParam("caseId") UUID caseId,
            @QueryParam("package") String inPackage,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        acting.actor();
        var filter = new ProposalQueries.Filter(programme, status, stage, caseId, "none".equals(inPackage));
        return Pages.answer(asked, Page.of(queries.list(filter, cursor, limit), limit, ProposalQueries.Row::cursor));
    }

    @GET
    @Path("/proposals/{id}")
    @RolesAllowed("**")
    public Response get(@PathParam("id") UUID id) {
        ProposalView view = views.of(id);
        return Response.ok(view).tag(Preconditions.etag(view.version())).build();
    }

    @GET
    @Path("/proposals/{id}/revisions/{n}")
    @RolesAllowed("**")
    public TextView revision(@PathParam("id") UUID id, @PathParam("n") int n) {
        ProposalText text = dossier.of(id, acting.actor()).revisions().stream()
                .filter(its -> its.n() == n)
                .findFirst()
                .map(Revision::text)
                .orElseThrow(ProblemException::notFound);
        return views.text(text, views.lookup(text));
    }

    @PUT
    @Path("/proposals/{id}")
    @RolesAllowed("analyst")
    public Response amend(@PathParam("id") UUID id, TextInput body, @Context HttpHeaders headers) {
        long version = Preconditions.matched(headers);
        UUID caseId = dossier.of(id, acting.actor()).proposal().caseId();
        ProposalText text = texts.read(caseId, body);
        amending.amend(id, version, text, MarkingInput.of(body.marking()), acting.actor());
        return get(id);
    }

    @GET
    @Path("/proposals/{id}/duplicates")
    @RolesAllowed("**")
    public Page<Duplicates.Match> duplicates(@PathParam("id") UUID id) {
        return new Page<>(dossier.duplicates(id, acting.actor()), null);
    }
}
