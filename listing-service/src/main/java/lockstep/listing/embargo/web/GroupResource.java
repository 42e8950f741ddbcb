package lockstep.listing.embargo.web;

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
import java.util.List;
import java.util.UUID;
import lockstep.auth.Marking;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Level2;
import lockstep.kit.web.Pages;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.embargo.EmbargoGroup;
import lockstep.listing.embargo.FoundGroup;
import lockstep.listing.embargo.GroupQueries;
import lockstep.listing.embargo.InviteProgramme;
import lockstep.listing.embargo.JoinGroup;
import lockstep.listing.embargo.LeaveGroup;
import lockstep.listing.embargo.Members;
import lockstep.listing.embargo.Mode;
import lockstep.listing.embargo.MoveRelease;
import lockstep.listing.embargo.ReportIncident;
import lockstep.listing.programme.Horizon;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Packages that agree on one instant of release: who takes part, and how far each is. */
@Path("/api/v1/embargo-groups")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class GroupResource {
    /** In which hours the ready members wait for the others, where nothing is said. */
    private static final int HOURS = 24;

    private static final int MOST_HOURS = 240;

    private final FoundGroup founding;
    private final InviteProgramme inviting;
    private final JoinGroup joining;
    private final LeaveGroup leaving;
    private final MoveRelease moving;
    private final ReportIncident reporting;
    private final GroupQueries queries;
    private final Horizon horizon;
    private final Idempotency idempotency;
    private final Acting acting;

    GroupResource(
            FoundGroup founding,
            InviteProgramme inviting,
            JoinGroup joining,
            LeaveGroup leaving,
            MoveRelease moving,
            ReportIncident reporting,
            GroupQueries queries,
            Horizon horizon,
            Idempotency idempotency,
            Acting acting) {
        this.founding = founding;
        this.inviting = inviting;
        this.joining = joining;
        this.leaving = leaving;
        this.moving = moving;
        this.reporting = reporting;
        this.queries = queries;
        this.horizon = horizon;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    /** {@code mode} null: ALL_READY_BY; {@code aloneAfterHours} null: 24. */
    record NewGroup(
            UUID packageId,
            String title,
            Instant releaseAt,
            Mode mode,
            Integer aloneAfterHours,
            List<String> programmes) {}

    record Programme(String programme) {}

    record Joining(UUID packageId) {}

    record Why(String reason) {}

    record NewInstant(Instant releaseAt, String reason) {}

    record NewIncident(Instant happenedAt, String text) {}

    /** {@code packageId} and {@code packageNumber} null: the reader doesn't see it, or there is none yet. */
    record MemberView(
            UUID id,
            String programme,
            Members.State state,
            boolean overdue,
            Instant invitedAt,
            Instant joinedAt,
            Instant leftAt,
            String leftWhy,
            Instant publishedAt,
            UUID packageId,
            String packageNumber,
            List<Allowed> allowedActions) {}

    /**
     * {@code takesPart} false: the reader's programme is only invited, and isn't told how far the members are or what befell them;
     * {@code aloneAt}: from when on ready members no longer wait for the others; null: they always do.
     */
    record View(
            UUID id,
            String title,
            Marking marking,
            Instant releaseAt,
            Mode mode,
            int aloneAfterHours,
            Instant aloneAt,
            String foundedBy,
            String foundedAgency,
            Instant foundedAt,
            Instant keptBackAt,
            boolean takesPart,
            List<EmbargoGroup.Move> moves,
            List<MemberView> members,
            List<GroupQueries.Incident> incidents,
            List<Allowed> allowedActions) {}

    @GET
    @RolesAllowed("**")
    public RestResponse<Page<GroupQueries.Row>> list(
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        acting.actor();
        return Pages.answer(asked, Page.of(queries.list(cursor, limit), limit, GroupQueries.Row::cursor));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("**")
    public View get(@PathParam("id") UUID id) {
        GroupQueries.Whole its = queries.of(id, acting.actor());
        EmbargoGroup group = its.group();
        return new View(
                group.id(),
                group.title(),
                its.marking(),
                group.releaseAt(),
                group.mode(),
                group.aloneAfterHours(),
                group.aloneAt(),
                group.foundedAccount(),
                group.foundedAgency(),
                group.foundedAt(),
                its.keptBackAt(),
                its.takesPart(),
                its.moves(),
                its.members().stream().map(GroupResource::view).toList(),
                its.incidents(),
                its.allowed());
    }

    private static MemberView view(GroupQueries.MemberActions its) {
        Members.Member member = its.member();
        return new MemberView(
                member.id(),
                member.programme(),
                member.state(),
                member.overdue(),
                member.invitedAt(),
                member.joinedAt(),
                member.leftAt(),
                member.leftWhy(),
                member.publishedAt(),
                member.packageId(),
                member.number(),
                its.allowed());
    }

    @POST
    @RolesAllowed({"publisher", "chair"})
    @Level2
    @APIResponseSchema(value = View.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<View> found(NewGroup body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        int hours = body.aloneAfterHours() == null ? HOURS : body.aloneAfterHours();
        List<String> invited = body.programmes() == null ? List.of() : body.programmes();
        Checks checks = new Checks()
                .present("/packageId", body.packageId())
                .text("/title", body.title(), 200)
                .line("/title", body.title())
                .present("/releaseAt", body.releaseAt())
                .when(
                        hours < 0 || hours > MOST_HOURS,
                        "/aloneAfterHours",
                        "out-of-range",
                        "A number from 0 to " + MOST_HOURS + ".");
        horizon.planned(checks, "/releaseAt", body.releaseAt()).pass();
        EmbargoGroup.Terms terms = new EmbargoGroup.Terms(
                body.title().strip(), body.releaseAt(), body.mode() == null ? Mode.ALL_READY_BY : body.mode(), hours);
        UUID id = idempotency.once(key, "POST /embargo-groups", body, UUID.class, () -> founding.found(
                        body.packageId(), terms, invited, acting.actor())
                .id());
        return Answers.created("/api/v1/embargo-groups/" + id, get(id));
    }

    @POST
    @Path("/{id}/invitations")
    @RolesAllowed({"publisher", "chair"})
    @Level2
    public View invite(@PathParam("id") UUID id, Programme body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks().text("/programme", body.programme(), 40).pass();
        return once(id, "invitations", body, key, () -> inviting.invite(id, body.programme(), acting.actor()));
    }

    @POST
    @Path("/{id}/members")
    @RolesAllowed({"publisher", "chair"})
    @Level2
    public View join(@PathParam("id") UUID id, Joining body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks().present("/packageId", body.packageId()).pass();
        return once(id, "members", body, key, () -> joining.join(id, body.packageId(), acting.actor()));
    }

    /** Declines an invitation or takes a package out; the answer is empty, because the group may be hidden from then on. */
    @POST
    @Path("/{id}/members/{member}/leave")
    @RolesAllowed({"publisher", "chair"})
    @Level2
    public void leave(
            @PathParam("id") UUID id,
            @PathParam("member") UUID member,
            Why body,
            @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks().text("/reason", body.reason(), 2000).pass();
        idempotency.once(
                key,
                "POST /embargo-groups/" + id + "/members/" + member + "/leave",
                body,
                () -> leaving.leave(id, member, body.reason(), acting.actor()));
    }

    @POST
    @Path("/{id}/release-at")
    @RolesAllowed({"publisher", "chair"})
    @Level2
    public View move(@PathParam("id") UUID id, NewInstant body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        Checks checks = new Checks().present("/releaseAt", body.releaseAt()).text("/reason", body.reason(), 2000);
        horizon.planned(checks, "/releaseAt", body.releaseAt()).pass();
        return once(
                id, "release-at", body, key, () -> moving.move(id, body.releaseAt(), body.reason(), acting.actor()));
    }

    @POST
    @Path("/{id}/incidents")
    @RolesAllowed({"publisher", "chair"})
    @Level2
    public View report(@PathParam("id") UUID id, NewIncident body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        Checks checks = new Checks().present("/happenedAt", body.happenedAt()).text("/text", body.text(), 2000);
        horizon.happened(checks, "/happenedAt", body.happenedAt()).pass();
        return once(
                id, "incidents", body, key, () -> reporting.report(id, body.happenedAt(), body.text(), acting.actor()));
    }

    private View once(UUID id, String act, Object body, String key, Runnable command) {
        idempotency.once(key, "POST /embargo-groups/" + id + "/" + act, body, command);
        return get(id);
    }
}
