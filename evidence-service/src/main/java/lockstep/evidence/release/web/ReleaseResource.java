package lockstep.evidence.release.web;

import static lockstep.evidence.access.Roles.*;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.FindExhibits;
import lockstep.evidence.exhibit.LookAgain;
import lockstep.evidence.release.ApproveRelease;
import lockstep.evidence.release.AskForRelease;
import lockstep.evidence.release.Asked;
import lockstep.evidence.release.AskedVersion;
import lockstep.evidence.release.DecisionInput;
import lockstep.evidence.release.DenyRelease;
import lockstep.evidence.release.Grants;
import lockstep.evidence.release.HiddenVersions;
import lockstep.evidence.release.ReleaseCheck;
import lockstep.evidence.release.ReleaseInput;
import lockstep.evidence.release.ReleaseQueries;
import lockstep.evidence.release.ReleaseQueries.Filter;
import lockstep.evidence.release.ReleaseQueries.Side;
import lockstep.evidence.release.ReleaseRefused;
import lockstep.evidence.release.ReleaseRefused.Reason;
import lockstep.evidence.release.ReleaseStatus;
import lockstep.evidence.release.ReleaseView;
import lockstep.evidence.release.RevokeRelease;
import lockstep.evidence.release.WithdrawRelease;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.Checks;
import lockstep.kit.problem.ProblemException;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Level2;
import lockstep.kit.web.Pages;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Releases: asked for, decided, taken back, listed. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({ANALYST, SUBMITTER, REVIEWER, LEGAL, VOTER, CHAIR, RELEASE_OFFICER, SECRETARIAT, PUBLISHER, REGISTRAR})
public class ReleaseResource {
    private final Acting acting;
    private final ReleaseCheck check;
    private final ListingProgrammes programmes;
    private final ReleaseQueries find;
    private final HiddenVersions hidden;
    private final Grants grants;
    private final FindExhibits exhibits;
    private final AskForRelease ask;
    private final ApproveRelease approve;
    private final DenyRelease deny;
    private final WithdrawRelease withdraw;
    private final RevokeRelease revoke;
    private final LookAgain lookAgain;
    private final Idempotency idempotency;

    ReleaseResource(
            Acting acting,
            ReleaseCheck check,
            @RestClient ListingProgrammes programmes,
            ReleaseQueries find,
            HiddenVersions hidden,
            Grants grants,
            FindExhibits exhibits,
            AskForRelease ask,
            ApproveRelease approve,
            DenyRelease deny,
            WithdrawRelease withdraw,
            RevokeRelease revoke,
            LookAgain lookAgain,
            Idempotency idempotency) {
        this.acting = acting;
        this.check = check;
        this.programmes = programmes;
        this.find = find;
        this.hidden = hidden;
        this.grants = grants;
        this.exhibits = exhibits;
        this.ask = ask;
        this.approve = approve;
        this.deny = deny;
        this.withdraw = withdraw;
        this.revoke = revoke;
        this.lookAgain = lookAgain;
        this.idempotency = idempotency;
    }

    /** A request that now waits for its decision. */
    public record Made(UUID id) {}

    /** Why it is denied or revoked. */
    public record Reasoned(String reason) {}

    @POST
    @Path("cases/{caseId}/release-requests")
    @RolesAllowed({ANALYST, REVIEWER, LEGAL, VOTER, CHAIR, RELEASE_OFFICER, PUBLISHER})
    @APIResponseSchema(value = Made.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<Made> ask(
            @PathParam("caseId") UUID caseId, ReleaseInput said, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(said);
        Actor by = acting.actor();
        Asked asked = check.asked(said, this::programme, by);
        Made made = lookAgain.ifNotFound(() -> {
            var about = hidden.of(asked.items());
            return idempotency.once(
                    key,
                    "POST /cases/" + caseId + "/release-requests",
                    said,
                    Made.class,
                    () -> new Made(ask.ask(caseId, asked, about, by).id()));
        });
        return Answers.created("/api/v1/release-requests/" + made.id(), made);
    }

    private boolean programme(String code) {
        try {
            return programmes.known().codes().contains(code);
        } catch (ProcessingException | WebApplicationException unreachable) {
            throw new ProblemException(
                    503, "peer-unavailable", "It cannot be told now whether there is such a programme. Try again.");
        }
    }

    @GET
    @Path("release-requests")
    public RestResponse<Page<ReleaseView>> list(
            @QueryParam("status") ReleaseStatus status,
            @QueryParam("caseId") UUID caseId,
            @QueryParam("exhibitId") UUID exhibitId,
            @QueryParam("side") Side side,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        Filter filter = new Filter(status, caseId, exhibitId, side);
        return Pages.answer(asked, find.list(filter, cursor, limit, acting.actor()));
    }

    @GET
    @Path("release-requests/{id}")
    public ReleaseView byId(@PathParam("id") UUID id) {
        return find.byId(id, acting.actor()).orElseThrow(() -> new ReleaseRefused(Reason.NOT_FOUND));
    }

    @POST
    @Path("release-requests/{id}/approve")
    @RolesAllowed(RELEASE_OFFICER)
    @Level2
    public ReleaseView approve(
            @PathParam("id") UUID id, DecisionInput said, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(said);
        ReleaseCheck.Granted granted = check.granted(said);
        return once(
                key,
                id,
                "approve",
                said,
                by -> approve.approve(id, granted.items(), granted.under(), granted.reason(), by));
    }

    @POST
    @Path("release-requests/{id}/deny")
    @RolesAllowed(RELEASE_OFFICER)
    @Level2
    public ReleaseView deny(@PathParam("id") UUID id, Reasoned said, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(said);
        String reason = check.reason(said.reason());
        List<AskedVersion> about = named(id);
        return once(key, id, "deny", said, by -> deny.deny(id, reason, about, by));
    }

    @POST
    @Path("release-requests/{id}/withdraw")
    @RolesAllowed({ANALYST, REVIEWER, LEGAL, VOTER, CHAIR, RELEASE_OFFICER, PUBLISHER})
    public ReleaseView withdraw(@PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) String key) {
        List<AskedVersion> about = named(id);
        return once(key, id, "withdraw", "", by -> withdraw.withdraw(id, about, by));
    }

    @POST
    @Path("release-requests/{id}/revoke")
    @RolesAllowed(RELEASE_OFFICER)
    @Level2
    public ReleaseView revoke(@PathParam("id") UUID id, Reasoned said, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(said);
        String reason = check.reason(said.reason());
        List<AskedVersion> about = named(id);
        return once(key, id, "revoke", said, by -> revoke.revoke(id, reason, about, by));
    }

    /** Whoever acts on a request may not see all that it is about; each of these has its entry all the same. */
    private List<AskedVersion> named(UUID request) {
        return hidden.of(find.named(request, acting.actor()).orElseThrow(() -> new ReleaseRefused(Reason.NOT_FOUND)));
    }

    /** Under which conditions an exhibit has been released to the reader. */
    public record Conditions(List<Grants.Given> items) {}

    /** The live releases by which the reader may read an exhibit that it sees. */
    @GET
    @Path("exhibits/{id}/releases-to-me")
    @RolesAllowed({
        ANALYST,
        SUBMITTER,
        REVIEWER,
        LEGAL,
        VOTER,
        CHAIR,
        RELEASE_OFFICER,
        SECRETARIAT,
        PUBLISHER,
        REGISTRAR,
        AUDITOR
    })
    public Conditions toMe(@PathParam("id") UUID id) {
        Actor reader = acting.actor();
        return lookAgain.ifNotFound(() -> exhibits.byId(id, reader)
                .map(seen -> new Conditions(grants.reaching(reader, id)))
                .orElseThrow(() -> new ExhibitRefused(ExhibitRefused.Reason.NOT_FOUND)));
    }

    /** The act is done once; what is answered is the request as it stands now. */
    private ReleaseView once(String key, UUID id, String verb, Object body, Function<Actor, ?> act) {
        Actor by = acting.actor();
        idempotency.once(key, "POST /release-requests/" + id + "/" + verb, body, () -> {
            act.apply(by);
        });
        return byId(id);
    }
}
