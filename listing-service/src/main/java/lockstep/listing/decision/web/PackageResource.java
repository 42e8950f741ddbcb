package lockstep.listing.decision.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
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
import java.util.UUID;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Level2;
import lockstep.kit.web.Pages;
import lockstep.listing.decision.AddEntries;
import lockstep.listing.decision.DecideWithout;
import lockstep.listing.decision.EscalatePackage;
import lockstep.listing.decision.ExhibitAccess;
import lockstep.listing.decision.FormPackage;
import lockstep.listing.decision.OpenRound;
import lockstep.listing.decision.PackageQueries;
import lockstep.listing.decision.PackageStatus;
import lockstep.listing.decision.RemoveEntry;
import lockstep.listing.decision.web.DecisionBodies.Items;
import lockstep.listing.decision.web.DecisionBodies.MoreEntries;
import lockstep.listing.decision.web.DecisionBodies.NewPackage;
import lockstep.listing.decision.web.DecisionBodies.NewRound;
import lockstep.listing.decision.web.DecisionBodies.PackageView;
import lockstep.listing.decision.web.DecisionBodies.RoundView;
import lockstep.listing.decision.web.DecisionBodies.Why;
import lockstep.listing.evidence.Evidence;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Packages: form, read, open a round, escalate. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PackageResource {
    private final FormPackage forming;
    private final AddEntries adding;
    private final RemoveEntry removing;
    private final OpenRound opening;
    private final EscalatePackage escalating;
    private final DecideWithout deciding;
    private final PackageQueries queries;
    private final DecisionViews views;
    private final PackageViews pages;
    private final ExhibitAccess access;
    private final Evidence evidence;
    private final Idempotency idempotency;
    private final Acting acting;

    PackageResource(
            FormPackage forming,
            AddEntries adding,
            RemoveEntry removing,
            OpenRound opening,
            EscalatePackage escalating,
            DecideWithout deciding,
            PackageQueries queries,
            DecisionViews views,
            PackageViews pages,
            ExhibitAccess access,
            Evidence evidence,
            Idempotency idempotency,
            Acting acting) {
        this.forming = forming;
        this.adding = adding;
        this.removing = removing;
        this.opening = opening;
        this.escalating = escalating;
        this.deciding = deciding;
        this.queries = queries;
        this.views = views;
        this.pages = pages;
        this.access = access;
        this.evidence = evidence;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    record Made(UUID id) {}

    @POST
    @Path("/packages")
    @RolesAllowed("chair")
    @APIResponseSchema(value = PackageView.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<PackageView> form(NewPackage body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks()
                .text("/programme", body.programme(), 40)
                .text("/title", body.title(), 300)
                .line("/title", body.title())
                .optionalText("/draftAct", body.draftAct(), 1000)
                .present("/proposalIds", body.proposalIds())
                .when(
                        body.proposalIds() != null && body.proposalIds().contains(null),
                        "/proposalIds",
                        "missing",
                        "No id.")
                .pass();
        Made made = idempotency.once(
                key,
                "POST /packages",
                body,
                Made.class,
                () -> new Made(forming.form(
                                body.programme(),
                                body.title().strip(),
                                body.draftAct() == null ? "" : body.draftAct().strip(),
                                body.proposalIds(),
                                acting.actor())
                        .id()));
        PackageView view = pages.of(made.id());
        return Answers.created("/api/v1/packages/" + view.id(), view, view.version());
    }

    @GET
    @Path("/packages")
    @RolesAllowed("**")
    public RestResponse<Page<PackageQueries.Row>> list(
            @QueryParam("programme") String programme,
            @QueryParam("status") PackageStatus status,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        acting.actor();
        return Pages.answer(
                asked, Page.of(queries.list(programme, status, cursor, limit), limit, PackageQueries.Row::cursor));
    }

    @GET
    @Path("/packages/{id}")
    @RolesAllowed("**")
    public RestResponse<PackageView> get(@PathParam("id") UUID id) {
        PackageView view = pages.of(id);
        return Answers.current(view, view.version());
    }

    @POST
    @Path("/packages/{id}/entries")
    @RolesAllowed("chair")
    public PackageView add(@PathParam("id") UUID id, MoreEntries body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks().present("/proposalIds", body.proposalIds()).pass();
        return once(id, "entries", body, key, () -> adding.add(id, body.proposalIds(), acting.actor()));
    }

    @DELETE
    @Path("/packages/{id}/entries/{proposalId}")
    @RolesAllowed("chair")
    public PackageView remove(@PathParam("id") UUID id, @PathParam("proposalId") UUID proposalId) {
        removing.remove(id, proposalId, acting.actor());
        return StillSeen.after(() -> pages.of(id));
    }

    @POST
    @Path("/packages/{id}/rounds")
    @RolesAllowed("chair")
    @Level2
    @APIResponseSchema(value = RoundView.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<RoundView> open(
            @PathParam("id") UUID id, NewRound body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks()
                .present("/deadline", body.deadline())
                .optionalText("/deadlineFlag", body.deadlineFlag(), 1000)
                .pass();
        var question = access.ofElectorate(id, body.conditionalSeats(), acting.actor());
        var refused = evidence.refused(question.readers(), question.exhibits(), question.cases());
        var order = new OpenRound.Order(body.deadline(), body.deadlineFlag(), body.conditionalSeats());
        Made made = idempotency.once(
                key,
                "POST /packages/" + id + "/rounds",
                body,
                Made.class,
                () -> new Made(opening.open(id, order, refused, acting.actor()).id()));
        RoundView view = views.roundView(made.id());
        return Answers.created("/api/v1/rounds/" + view.id(), view);
    }

    @POST
    @Path("/packages/{id}/decides-without")
    @RolesAllowed("voter")
    @Level2
    public PackageView decideWithout(
            @PathParam("id") UUID id, Items body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks().present("/items", body.items()).pass();
        return once(id, "decides-without", body, key, () -> deciding.sign(id, body.items(), acting.actor()));
    }

    @POST
    @Path("/packages/{id}/escalate")
    @RolesAllowed({"voter", "submitter"})
    @Level2
    public PackageView escalate(@PathParam("id") UUID id, Why body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks().text("/reason", body.reason(), 2000).pass();
        return once(id, "escalate", body, key, () -> escalating.escalate(id, body.reason(), acting.actor()));
    }

    private PackageView once(UUID id, String act, Object body, String key, Runnable command) {
        idempotency.once(key, "POST /packages/" + id + "/" + act, body, command);
        return StillSeen.after(() -> pages.of(id));
    }
}
