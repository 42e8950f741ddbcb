package lockstep.listing.observation.web;

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
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Pages;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.observation.AssessObservations;
import lockstep.listing.observation.Observations;
import lockstep.listing.observation.ObservationsDesk;
import lockstep.listing.observation.Point;
import lockstep.listing.observation.ReceiveObservations;
import lockstep.listing.programme.Horizon;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** What listed parties write on their listings, and its assessment. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ObservationsResource {
    private static final int LONGEST = 20_000;
    private static final int MOST = 100;

    private final ReceiveObservations receiving;
    private final AssessObservations assessing;
    private final ObservationsDesk desk;
    private final Horizon horizon;
    private final Idempotency idempotency;
    private final Acting acting;

    ObservationsResource(
            ReceiveObservations receiving,
            AssessObservations assessing,
            ObservationsDesk desk,
            Horizon horizon,
            Idempotency idempotency,
            Acting acting) {
        this.receiving = receiving;
        this.assessing = assessing;
        this.desk = desk;
        this.horizon = horizon;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    record Letter(LocalDate receivedOn, String sender, String text) {}

    record Assessment(List<Point> points) {}

    /** Who did something, and when. */
    record ObservationsHand(String account, String agency, Instant at) {}

    /** One letter; {@code assessed} null: not yet. */
    record ObservationsView(
            UUID id,
            UUID listingId,
            LocalDate receivedOn,
            String sender,
            String text,
            ObservationsHand registered,
            List<Point> points,
            ObservationsHand assessed,
            List<Allowed> allowedActions) {}

    private ObservationsView view(Observations its) {
        return new ObservationsView(
                its.id(),
                its.listingId(),
                its.receivedOn(),
                its.sender(),
                its.text(),
                new ObservationsHand(its.registeredAccount(), its.registeredAgency(), its.registeredAt()),
                its.points(),
                its.assessed()
                        ? new ObservationsHand(its.assessedAccount(), its.assessedAgency(), its.assessedAt())
                        : null,
                desk.of(its, acting.actor()));
    }

    /** The newest first, for those who take part in the proposal that became the listing. */
    @GET
    @Path("/listings/{id}/observations")
    @RolesAllowed("**")
    public RestResponse<Page<ObservationsView>> on(
            @PathParam("id") UUID id,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        acting.actor();
        return Pages.answer(
                asked,
                Page.of(desk.on(id, cursor, limit), limit, its -> Cursor.of(its.registeredAt(), its.id()))
                        .map(this::view));
    }

    @GET
    @Path("/observations/{id}")
    @RolesAllowed("**")
    public ObservationsView get(@PathParam("id") UUID id) {
        acting.actor();
        return view(desk.require(id));
    }

    @POST
    @Path("/listings/{id}/observations")
    @RolesAllowed("registrar")
    @APIResponseSchema(value = ObservationsView.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<ObservationsView> receive(
            @PathParam("id") UUID id, Letter body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        Checks checks = new Checks()
                .present("/receivedOn", body.receivedOn())
                .text("/sender", body.sender(), 300)
                .text("/text", body.text(), LONGEST);
        horizon.decided(checks, "/receivedOn", body.receivedOn()).pass();
        var letter = new Observations.Letter(
                body.receivedOn(), body.sender().strip(), body.text().strip());
        ObservationsView made = idempotency.once(
                key,
                "POST /listings/" + id + "/observations",
                body,
                ObservationsView.class,
                () -> view(receiving.receive(id, letter, acting.actor())));
        return Answers.created("/api/v1/observations/" + made.id(), made);
    }

    /** Once; each point that the party makes with what is found on it. */
    @POST
    @Path("/observations/{id}/assessment")
    @RolesAllowed({"legal", "chair", "analyst"})
    public ObservationsView assess(
            @PathParam("id") UUID id, Assessment body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        List<Point> points = body.points() == null ? List.of() : body.points();
        Checks checks = new Checks()
                .when(points.isEmpty(), "/points", "missing", "This is needed.")
                .when(points.size() > MOST, "/points", "too-many", "At most " + MOST + ".");
        for (int i = 0; i < Math.min(points.size(), MOST); i++) {
            checks.text("/points/" + i + "/point", points.get(i).point(), LONGEST)
                    .text("/points/" + i + "/finding", points.get(i).finding(), LONGEST);
        }
        checks.pass();
        idempotency.once(
                key,
                "POST /observations/" + id + "/assessment",
                body,
                () -> assessing.assess(id, points, acting.actor()));
        return get(id);
    }
}
