package lockstep.listing.correction.web;

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
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Pages;
import lockstep.listing.correction.CorrectionDossier;
import lockstep.listing.correction.CorrectionQueries;
import lockstep.listing.correction.MakeCorrection;
import lockstep.listing.correction.web.CorrectionBodies.ChangeInput;
import lockstep.listing.correction.web.CorrectionBodies.CorrectableView;
import lockstep.listing.correction.web.CorrectionBodies.CorrectionInput;
import lockstep.listing.correction.web.CorrectionBodies.CorrectionView;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** The formal corrections of a proposal or package, and the making of one. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CorrectionsResource {
    private static final int MOST = 50;

    private final MakeCorrection making;
    private final CorrectionQueries queries;
    private final CorrectionDossier dossier;
    private final Idempotency idempotency;
    private final Acting acting;

    CorrectionsResource(
            MakeCorrection making,
            CorrectionQueries queries,
            CorrectionDossier dossier,
            Idempotency idempotency,
            Acting acting) {
        this.making = making;
        this.queries = queries;
        this.dossier = dossier;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    /** The decided text's fields as they read now, each with the kinds of correction that it takes. */
    @GET
    @Path("/proposals/{id}/correctable")
    @RolesAllowed("**")
    public CorrectableView correctable(@PathParam("id") UUID id) {
        return CorrectionViews.of(dossier.correctable(id, acting.actor()));
    }

    @GET
    @Path("/proposals/{id}/corrections")
    @RolesAllowed("**")
    public RestResponse<Page<CorrectionView>> ofProposal(
            @PathParam("id") UUID id,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        dossier.mustSeeProposal(id, acting.actor());
        return list(id, null, cursor, limit, asked);
    }

    @GET
    @Path("/packages/{id}/corrections")
    @RolesAllowed("**")
    public RestResponse<Page<CorrectionView>> ofPackage(
            @PathParam("id") UUID id,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        dossier.mustSeePackage(id, acting.actor());
        return list(null, id, cursor, limit, asked);
    }

    private RestResponse<Page<CorrectionView>> list(
            UUID proposal, UUID inPackage, Cursor cursor, Limit limit, UriInfo asked) {
        Page<CorrectionQueries.Place> page =
                Page.of(queries.list(proposal, inPackage, cursor, limit), limit, CorrectionQueries.Place::cursor);
        List<UUID> ids = page.items().stream().map(CorrectionQueries.Place::id).toList();
        List<CorrectionView> views = dossier.all(ids, acting.actor()).stream()
                .map(CorrectionViews::of)
                .toList();
        return Pages.answer(asked, new Page<>(views, page.next()));
    }

    @POST
    @Path("/proposals/{id}/corrections")
    @RolesAllowed({"analyst", "chair", "secretariat"})
    @APIResponseSchema(value = CorrectionView.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<CorrectionView> make(
            @PathParam("id") UUID id, CorrectionInput body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        List<ChangeInput> changes = body.changes() == null ? List.of() : body.changes();
        Checks checks = new Checks()
                .text("/textHashRead", body.textHashRead(), 64)
                .text("/reason", body.reason(), 2000)
                .when(changes.isEmpty(), "/changes", "missing", "This is needed.")
                .when(changes.size() > MOST, "/changes", "too-many", "At most " + MOST + ".");
        for (int i = 0; i < changes.size(); i++) {
            ChangeInput one = changes.get(i);
            checks.text("/changes/" + i + "/field", one.field(), 200)
                    .present("/changes/" + i + "/kind", one.kind())
                    .text("/changes/" + i + "/text", one.text(), MakeCorrection.LONGEST);
        }
        checks.pass();
        List<MakeCorrection.Wanted> wanted = changes.stream()
                .map(one -> new MakeCorrection.Wanted(one.field(), one.kind(), one.text()))
                .toList();
        CorrectionView made = idempotency.once(
                key,
                "POST /proposals/" + id + "/corrections",
                body,
                CorrectionView.class,
                () -> view(making.make(id, body.textHashRead(), wanted, body.reason(), acting.actor())
                        .id()));
        return Answers.created("/api/v1/corrections/" + made.id(), made);
    }

    private CorrectionView view(UUID id) {
        return CorrectionViews.of(dossier.of(id, acting.actor()));
    }
}
