package lockstep.listing.proposal.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import lockstep.auth.Levels;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.ProblemException;
import lockstep.kit.web.Answers;
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
import lockstep.listing.proposal.Status;
import lockstep.listing.proposal.web.ProposalBodies.ProposalView;
import lockstep.listing.proposal.web.ProposalBodies.TextInput;
import lockstep.listing.proposal.web.ProposalBodies.TextView;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Proposals: draft, amend, read. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ProposalResource {
    private final DraftProposal drafting;
    private final AmendProposal amending;
    private final ProposalQueries queries;
    private final ProposalDossier dossier;
    private final ProposalViews views;
    private final TextReader texts;
    private final Levels levels;
    private final Idempotency idempotency;
    private final Acting acting;

    ProposalResource(
            DraftProposal drafting,
            AmendProposal amending,
            ProposalQueries queries,
            ProposalDossier dossier,
            ProposalViews views,
            TextReader texts,
            Levels levels,
            Idempotency idempotency,
            Acting acting) {
        this.drafting = drafting;
        this.amending = amending;
        this.queries = queries;
        this.dossier = dossier;
        this.views = views;
        this.texts = texts;
        this.levels = levels;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    record Made(UUID id) {}

    @POST
    @Path("/cases/{id}/proposals")
    @RolesAllowed("analyst")
    @APIResponseSchema(value = ProposalView.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<ProposalView> draft(
            @PathParam("id") UUID caseId, TextInput body, @HeaderParam(Idempotency.HEADER) String key) {
        ProposalText text = texts.read(caseId, body);
        Made made = idempotency.once(
                key,
                "POST /cases/" + caseId + "/proposals",
                body,
                Made.class,
                () -> new Made(drafting.draft(
                                caseId,
                                text,
                                MarkingInput.atBirth(body.marking(), acting.actor(), levels),
                                null,
                                acting.actor())
                        .id()));
        ProposalView view = views.of(made.id());
        return Answers.created("/api/v1/proposals/" + view.id(), view, view.version());
    }

    @GET
    @Path("/proposals")
    @RolesAllowed("**")
    public RestResponse<Page<ProposalQueries.Row>> list(
            @QueryParam("programme") String programme,
            @QueryParam("status") Status status,
            @QueryParam("stage") String stage,
            @QueryParam("caseId") UUID caseId,
            @QueryParam("agency") String agency,
            @QueryParam("package") String inPackage,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        acting.actor();
        var filter = new ProposalQueries.Filter(programme, status, stage, caseId, agency, "none".equals(inPackage));
        return Pages.answer(asked, Page.of(queries.list(filter, cursor, limit), limit, ProposalQueries.Row::cursor));
    }

    @GET
    @Path("/proposals/{id}")
    @RolesAllowed("**")
    public RestResponse<ProposalView> get(@PathParam("id") UUID id) {
        ProposalView view = views.of(id);
        return Answers.current(view, view.version());
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
    public RestResponse<ProposalView> amend(
            @PathParam("id") UUID id, TextInput body, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        long version = Preconditions.matched(ifMatch);
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
