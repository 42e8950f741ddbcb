package lockstep.listing.listing.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Level2;
import lockstep.listing.listing.ComparePrint;
import lockstep.listing.listing.ConfirmAcceptance;
import lockstep.listing.listing.ProposeAcceptance;
import lockstep.listing.listing.RefuseAcceptance;
import lockstep.listing.listing.SeenPrint;
import lockstep.listing.listing.web.ListingResource.View;
import lockstep.listing.programme.Horizon;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** What an authority printed, held against what was released for one listing; a difference is accepted by two. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PrintResource {
    /** Characters of one printed row. */
    static final int MOST = 20_000;

    private final ComparePrint comparing;
    private final ProposeAcceptance proposing;
    private final ConfirmAcceptance confirming;
    private final RefuseAcceptance refusing;
    private final ListingResource listing;
    private final Horizon horizon;
    private final Idempotency idempotency;
    private final Acting acting;

    PrintResource(
            ComparePrint comparing,
            ProposeAcceptance proposing,
            ConfirmAcceptance confirming,
            RefuseAcceptance refusing,
            ListingResource listing,
            Horizon horizon,
            Idempotency idempotency,
            Acting acting) {
        this.comparing = comparing;
        this.proposing = proposing;
        this.confirming = confirming;
        this.refusing = refusing;
        this.listing = listing;
        this.horizon = horizon;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    record PrintInput(String reference, Instant seenAt, String printed) {}

    record AcceptanceInput(UUID printRead, String reason) {}

    record RefusalInput(String reason) {}

    @POST
    @Path("/listings/{id}/prints")
    @RolesAllowed("publisher")
    @Level2
    @APIResponseSchema(value = View.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<View> compare(
            @PathParam("id") UUID id, PrintInput body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        checked(horizon, body.reference(), body.seenAt())
                .text("/printed", body.printed(), MOST)
                .pass();
        idempotency.once(
                key,
                "POST /listings/" + id + "/prints",
                body,
                () -> comparing.compare(
                        id, body.printed(), new SeenPrint(body.reference().strip(), body.seenAt()), acting.actor()));
        return made(id);
    }

    @POST
    @Path("/listings/{id}/discrepancy/acceptances")
    @RolesAllowed("publisher")
    @Level2
    @APIResponseSchema(value = View.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<View> propose(
            @PathParam("id") UUID id, AcceptanceInput body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks()
                .present("/printRead", body.printRead())
                .text("/reason", body.reason(), 2000)
                .pass();
        idempotency.once(
                key,
                "POST /listings/" + id + "/discrepancy/acceptances",
                body,
                () -> proposing.propose(id, body.printRead(), body.reason().strip(), acting.actor()));
        return made(id);
    }

    @POST
    @Path("/listings/{id}/discrepancy/acceptances/{acceptance}/confirm")
    @RolesAllowed("publisher")
    @Level2
    public View confirm(
            @PathParam("id") UUID id,
            @PathParam("acceptance") UUID acceptance,
            @HeaderParam(Idempotency.HEADER) String key) {
        idempotency.once(
                key,
                "POST /listings/" + id + "/discrepancy/acceptances/" + acceptance + "/confirm",
                null,
                () -> confirming.confirm(id, acceptance, acting.actor()));
        return listing.get(id);
    }

    @POST
    @Path("/listings/{id}/discrepancy/acceptances/{acceptance}/refuse")
    @RolesAllowed("publisher")
    @Level2
    public View refuse(
            @PathParam("id") UUID id,
            @PathParam("acceptance") UUID acceptance,
            RefusalInput body,
            @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks().text("/reason", body.reason(), 2000).pass();
        idempotency.once(
                key,
                "POST /listings/" + id + "/discrepancy/acceptances/" + acceptance + "/refuse",
                body,
                () -> refusing.refuse(id, acceptance, body.reason().strip(), acting.actor()));
        return listing.get(id);
    }

    static Checks checked(Horizon horizon, String reference, Instant seenAt) {
        Checks checks = new Checks().text("/reference", reference, 300).present("/seenAt", seenAt);
        return horizon.happened(checks, "/seenAt", seenAt);
    }

    private RestResponse<View> made(UUID id) {
        return Answers.created("/api/v1/listings/" + id, listing.get(id));
    }
}
