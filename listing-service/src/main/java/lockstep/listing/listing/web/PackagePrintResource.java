package lockstep.listing.listing.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Level2;
import lockstep.listing.listing.ComparePackagePrints;
import lockstep.listing.listing.SeenPrint;
import lockstep.listing.listing.web.PrintViews.PackagePrints;
import lockstep.listing.programme.Horizon;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** What an authority printed for a whole package, entered in one act and compared entry by entry. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PackagePrintResource {
    private final ComparePackagePrints comparing;
    private final PrintViews views;
    private final Horizon horizon;
    private final Idempotency idempotency;
    private final Acting acting;

    PackagePrintResource(
            ComparePackagePrints comparing, PrintViews views, Horizon horizon, Idempotency idempotency, Acting acting) {
        this.comparing = comparing;
        this.views = views;
        this.horizon = horizon;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    record RowInput(UUID listingId, String printed) {}

    record PrintsInput(String reference, Instant seenAt, List<RowInput> entries) {}

    @GET
    @Path("/packages/{id}/prints")
    @RolesAllowed("**")
    public PackagePrints prints(@PathParam("id") UUID id) {
        return views.ofPackage(id);
    }

    @POST
    @Path("/packages/{id}/prints")
    @RolesAllowed("publisher")
    @Level2
    @APIResponseSchema(value = PackagePrints.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<PackagePrints> compareAll(
            @PathParam("id") UUID id, PrintsInput body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        Checks checks =
                PrintResource.checked(horizon, body.reference(), body.seenAt()).present("/entries", body.entries());
        List<RowInput> rows = body.entries() == null ? List.of() : body.entries();
        checks.when(body.entries() != null && rows.isEmpty(), "/entries", "missing", "Name at least one.");
        for (int i = 0; i < rows.size(); i++) {
            RowInput row = rows.get(i) == null ? new RowInput(null, null) : rows.get(i);
            checks.present("/entries/" + i + "/listingId", row.listingId())
                    .text("/entries/" + i + "/printed", row.printed(), PrintResource.MOST);
        }
        checks.pass();
        idempotency.once(
                key,
                "POST /packages/" + id + "/prints",
                body,
                () -> comparing.compare(
                        id,
                        new SeenPrint(body.reference().strip(), body.seenAt()),
                        rows.stream()
                                .map(row -> new ComparePackagePrints.Row(row.listingId(), row.printed()))
                                .toList(),
                        acting.actor()));
        return Answers.created("/api/v1/packages/" + id + "/prints", views.ofPackage(id));
    }
}
