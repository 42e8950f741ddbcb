package lockstep.listing.correction.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Level2;
import lockstep.listing.correction.ConfirmCorrection;
import lockstep.listing.correction.CorrectionDossier;
import lockstep.listing.correction.DemandRound;
import lockstep.listing.correction.RefuseCorrection;
import lockstep.listing.correction.WithdrawCorrection;
import lockstep.listing.correction.web.CorrectionBodies.CorrectionHashRead;
import lockstep.listing.correction.web.CorrectionBodies.CorrectionView;
import lockstep.listing.correction.web.CorrectionBodies.Why;

/** One formal correction: its lawyer's and its seats' answers. */
@Path("/api/v1/corrections/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CorrectionResource {
    private final ConfirmCorrection confirming;
    private final RefuseCorrection refusing;
    private final WithdrawCorrection withdrawing;
    private final DemandRound demanding;
    private final CorrectionDossier dossier;
    private final Idempotency idempotency;
    private final Acting acting;

    CorrectionResource(
            ConfirmCorrection confirming,
            RefuseCorrection refusing,
            WithdrawCorrection withdrawing,
            DemandRound demanding,
            CorrectionDossier dossier,
            Idempotency idempotency,
            Acting acting) {
        this.confirming = confirming;
        this.refusing = refusing;
        this.withdrawing = withdrawing;
        this.demanding = demanding;
        this.dossier = dossier;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    @GET
    @RolesAllowed("**")
    public CorrectionView get(@PathParam("id") UUID id) {
        return CorrectionViews.of(dossier.of(id, acting.actor()));
    }

    @POST
    @Path("/confirm")
    @RolesAllowed("legal")
    @Level2
    public CorrectionView confirm(
            @PathParam("id") UUID id, CorrectionHashRead body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks().text("/correctionHashRead", body.correctionHashRead(), 64).pass();
        return once(id, "confirm", body, key, () -> confirming.confirm(id, body.correctionHashRead(), acting.actor()));
    }

    @POST
    @Path("/refuse")
    @RolesAllowed("legal")
    @Level2
    public CorrectionView refuse(@PathParam("id") UUID id, Why body, @HeaderParam(Idempotency.HEADER) String key) {
        why(body);
        return once(id, "refuse", body, key, () -> refusing.refuse(id, body.reason(), acting.actor()));
    }

    @POST
    @Path("/withdraw")
    @RolesAllowed({"analyst", "chair", "secretariat"})
    public CorrectionView withdraw(@PathParam("id") UUID id, Why body, @HeaderParam(Idempotency.HEADER) String key) {
        why(body);
        return once(id, "withdraw", body, key, () -> withdrawing.withdraw(id, body.reason(), acting.actor()));
    }

    /** The seat is the one that the token's person holds by appointment; the body can't name another. */
    @POST
    @Path("/demand-round")
    @RolesAllowed("voter")
    @Level2
    public CorrectionView demandRound(@PathParam("id") UUID id, Why body, @HeaderParam(Idempotency.HEADER) String key) {
        why(body);
        return once(id, "demand-round", body, key, () -> demanding.demand(id, body.reason(), acting.actor()));
    }

    private CorrectionView once(UUID id, String act, Object body, String key, Runnable command) {
        idempotency.once(key, "POST /corrections/" + id + "/" + act, body, command);
        return get(id);
    }

    private static void why(Why body) {
        Checks.given(body);
        new Checks().text("/reason", body.reason(), 2000).pass();
    }
}
