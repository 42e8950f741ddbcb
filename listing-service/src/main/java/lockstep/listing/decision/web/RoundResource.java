package lockstep.listing.decision.web;

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
import lockstep.auth.Actor;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Level2;
import lockstep.listing.decision.CancelRound;
import lockstep.listing.decision.CarveOut;
import lockstep.listing.decision.CastVote;
import lockstep.listing.decision.CloseFailed;
import lockstep.listing.decision.ExhibitAccess;
import lockstep.listing.decision.LiftObjection;
import lockstep.listing.decision.MoveDeadline;
import lockstep.listing.decision.Vote;
import lockstep.listing.decision.WriteMediationNote;
import lockstep.listing.decision.web.DecisionBodies.CarveOutInput;
import lockstep.listing.decision.web.DecisionBodies.DeadlineInput;
import lockstep.listing.decision.web.DecisionBodies.RoundView;
import lockstep.listing.decision.web.DecisionBodies.Text;
import lockstep.listing.decision.web.DecisionBodies.VoteInput;
import lockstep.listing.decision.web.DecisionBodies.Why;
import lockstep.listing.evidence.Evidence;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** A round: votes of its seats, and what its chair may do with it. */
@Path("/api/v1/rounds/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RoundResource {
    private final CastVote casting;
    private final LiftObjection lifting;
    private final WriteMediationNote mediating;
    private final CarveOut carving;
    private final CloseFailed failing;
    private final MoveDeadline moving;
    private final CancelRound cancelling;
    private final ExhibitAccess access;
    private final Evidence evidence;
    private final DecisionViews views;
    private final Idempotency idempotency;
    private final Acting acting;

    RoundResource(
            CastVote casting,
            LiftObjection lifting,
            WriteMediationNote mediating,
            CarveOut carving,
            CloseFailed failing,
            MoveDeadline moving,
            CancelRound cancelling,
            ExhibitAccess access,
            Evidence evidence,
            DecisionViews views,
            Idempotency idempotency,
            Acting acting) {
        this.casting = casting;
        this.lifting = lifting;
        this.mediating = mediating;
        this.carving = carving;
        this.failing = failing;
        this.moving = moving;
        this.cancelling = cancelling;
        this.access = access;
        this.evidence = evidence;
        this.views = views;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    @GET
    @RolesAllowed("**")
    public RoundView get(@PathParam("id") UUID id) {
        return views.roundView(id);
    }

    /** The seat is the one that the token's person holds by appointment; the body can't name another. */
    @POST
    @Path("/votes")
    @RolesAllowed("voter")
    @Level2
    @APIResponseSchema(value = RoundView.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<RoundView> vote(
            @PathParam("id") UUID id, VoteInput body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks()
                .text("/packageHashRead", body.packageHashRead(), 64)
                .present("/choice", body.choice())
                .optionalText("/reason", body.reason(), 4000)
                .pass();
        var question = access.ofVoter(id, actor());
        var closed = evidence.refused(question.readers(), question.exhibits(), question.cases());
        var ballot = new Vote.Ballot(
                body.choice(), body.entries(), body.reason(), body.reserveUntil(), body.decidesWithout());
        return RestResponse.status(
                RestResponse.Status.CREATED,
                once(id, "votes", body, key, () -> casting.cast(id, body.packageHashRead(), ballot, closed, actor())));
    }

    @POST
    @Path("/lift")
    @RolesAllowed("voter")
    @Level2
    public RoundView lift(@PathParam("id") UUID id, Why body, @HeaderParam(Idempotency.HEADER) String key) {
        why(body);
        return once(id, "lift", body, key, () -> lifting.lift(id, body.reason(), actor()));
    }

    @POST
    @Path("/mediation-notes")
    @RolesAllowed("chair")
    public RoundView mediate(@PathParam("id") UUID id, Text body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks().text("/text", body.text(), 4000).pass();
        return once(id, "mediation-notes", body, key, () -> mediating.write(id, body.text(), actor()));
    }

    @POST
    @Path("/carve-out")
    @RolesAllowed("chair")
    @Level2
    public RoundView carve(@PathParam("id") UUID id, CarveOutInput body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks()
                .present("/entries", body.entries())
                .text("/reason", body.reason(), 2000)
                .pass();
        return once(
                id,
                "carve-out",
                body,
                key,
                () -> carving.carve(id, body.entries(), body.deadline(), body.reason(), actor()));
    }

    @POST
    @Path("/close-failed")
    @RolesAllowed("chair")
    @Level2
    public RoundView fail(@PathParam("id") UUID id, Why body, @HeaderParam(Idempotency.HEADER) String key) {
        why(body);
        return once(id, "close-failed", body, key, () -> failing.close(id, body.reason(), actor()));
    }

    @POST
    @Path("/deadline")
    @RolesAllowed("chair")
    @Level2
    public RoundView move(@PathParam("id") UUID id, DeadlineInput body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks()
                .present("/deadline", body.deadline())
                .text("/reason", body.reason(), 2000)
                .pass();
        return once(
                id,
                "deadline",
                body,
                key,
                () -> moving.move(id, body.deadline(), body.deadlineFlag(), body.reason(), actor()));
    }

    @POST
    @Path("/cancel")
    @RolesAllowed("chair")
    @Level2
    public RoundView cancel(@PathParam("id") UUID id, Why body, @HeaderParam(Idempotency.HEADER) String key) {
        why(body);
        return once(id, "cancel", body, key, () -> cancelling.cancel(id, body.reason(), actor()));
    }

    private RoundView once(UUID id, String act, Object body, String key, Runnable command) {
        idempotency.once(key, "POST /rounds/" + id + "/" + act, body, command);
        return StillSeen.after(() -> views.roundView(id));
    }

    private Actor actor() {
        return acting.actor();
    }

    private static void why(Why body) {
        Checks.given(body);
        new Checks().text("/reason", body.reason(), 2000).pass();
    }
}
