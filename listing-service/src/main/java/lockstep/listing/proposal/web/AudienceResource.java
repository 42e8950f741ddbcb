package lockstep.listing.proposal.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import lockstep.kit.acting.Acting;
import lockstep.kit.web.Idempotency;
import lockstep.listing.proposal.WidenOpinion;
import lockstep.listing.proposal.WidenReturn;
import lockstep.listing.proposal.web.ProposalBodies.ProposalView;

/** Lets others read what was said of a proposal to its electorate alone. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AudienceResource {
    private final WidenReturn widening;
    private final WidenOpinion opinions;
    private final ProposalViews views;
    private final Idempotency idempotency;
    private final Acting acting;

    AudienceResource(
            WidenReturn widening, WidenOpinion opinions, ProposalViews views, Idempotency idempotency, Acting acting) {
        this.widening = widening;
        this.opinions = opinions;
        this.views = views;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    /** Whoever gave the code of a return, or the reason of a rejection, opens it to all who take part in the case. */
    @POST
    @Path("/proposals/{id}/widen-return")
    @RolesAllowed({"reviewer", "legal", "chair", "secretariat"})
    public ProposalView widenReturn(@PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) String key) {
        idempotency.once(
                key, "POST /proposals/" + id + "/widen-return", null, () -> widening.widen(id, acting.actor()));
        return views.of(id);
    }

    /** The legal office that gave the opinion on the revision that stands opens it to all who take part in the case. */
    @POST
    @Path("/proposals/{id}/widen-opinion")
    @RolesAllowed("legal")
    public ProposalView widenOpinion(@PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) String key) {
        idempotency.once(
                key, "POST /proposals/" + id + "/widen-opinion", null, () -> opinions.widen(id, acting.actor()));
        return views.of(id);
    }
}
