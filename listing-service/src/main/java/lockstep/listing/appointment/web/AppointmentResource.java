package lockstep.listing.appointment.web;

import io.quarkus.security.identity.SecurityIdentity;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.kit.acting.Acting;
import lockstep.kit.feed.PeerCatchUp;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.Checks;
import lockstep.kit.problem.ProblemException;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Level2;
import lockstep.kit.web.Pages;
import lockstep.listing.appointment.Appointment;
import lockstep.listing.appointment.AppointmentQueries;
import lockstep.listing.appointment.ConfirmAppointment;
import lockstep.listing.appointment.EndAppointment;
import lockstep.listing.appointment.ProposeAppointment;
import lockstep.listing.appointment.Wanted;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.notice.Mailboxes;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Seats and offices: proposed by an agency's admin, put into force by its registrar. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AppointmentResource {
    private final ProposeAppointment proposing;
    private final ConfirmAppointment confirming;
    private final EndAppointment ending;
    private final AppointmentQueries queries;
    private final PeerCatchUp peer;
    private final Idempotency idempotency;
    private final Mailboxes mailboxes;
    private final SecurityIdentity identity;
    private final Acting acting;
    private final InstantSource clock;

    AppointmentResource(
            ProposeAppointment proposing,
            ConfirmAppointment confirming,
            EndAppointment ending,
            AppointmentQueries queries,
            PeerCatchUp peer,
            Idempotency idempotency,
            Mailboxes mailboxes,
            SecurityIdentity identity,
            Acting acting,
            InstantSource clock) {
        this.proposing = proposing;
        this.confirming = confirming;
        this.ending = ending;
        this.queries = queries;
        this.peer = peer;
        this.idempotency = idempotency;
        this.mailboxes = mailboxes;
        this.identity = identity;
        this.acting = acting;
        this.clock = clock;
    }

    record Why(String reason) {}

    record View(
            UUID id,
            String sub,
            String account,
            String agency,
            String programme,
            String seat,
            String office,
            boolean alternate,
            String instrument,
            Wanted.Covers covers,
            Instant from,
            Instant to,
            String status,
            boolean mine,
            boolean proposedByMe,
            List<Allowed> allowedActions) {}

    private View view(Appointment its) {
        return new View(
                its.id(),
                its.sub(),
                its.account(),
                its.agency(),
                its.programme(),
                its.seat(),
                its.office(),
                its.alternate(),
                its.instrument(),
                new Wanted.Covers(its.coversAgencies(), its.coversProgrammes()),
                its.validFrom(),
                its.validTo(),
                its.status().name(),
                its.sub().equals(acting.actor().sub()),
                its.proposedBy().equals(acting.actor().sub()),
                actions(its, acting.actor()));
    }

    private List<Allowed> actions(Appointment its, Actor actor) {
        List<Allowed> all = new ArrayList<>();
        if (actor.has(Role.REGISTRAR)) {
            all.add(Allowed.unless("confirm", its.whyNotConfirmed(actor), null));
            all.add(Allowed.unless("end", its.whyNotEnded(actor), null));
        }
        if (its.seat() != null && (actor.has(Role.REGISTRAR) || actor.has(Role.VOTER))) {
            all.add(Allowed.unless("absence", its.whyNotAway(actor, clock.instant()), null));
        }
        return all;
    }

    @POST
    @Path("/appointments")
    @RolesAllowed("admin")
    @APIResponseSchema(value = View.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<View> propose(Wanted body, @HeaderParam(Idempotency.HEADER) String key) {
        if (body == null) {
            throw new ProblemException(400, "malformed-body", "Send a JSON object.");
        }
        new Checks()
                .text("/sub", body.sub(), 64)
                .text("/account", body.account(), 64)
                .text("/programme", body.programme(), 40)
                .text("/instrument", body.instrument(), 300)
                .when(
                        body.from() != null && body.to() != null && !body.to().isAfter(body.from()),
                        "/to",
                        "before-from",
                        "It ends before it begins.")
                .pass();
        View made = idempotency.once(
                key, "POST /appointments", body, View.class, () -> view(proposing.propose(body, acting.actor())));
        return Answers.created("/api/v1/appointments/" + made.id(), made);
    }

    @POST
    @Path("/appointments/{id}/confirm")
    @RolesAllowed("registrar")
    @Level2
    public View confirm(@PathParam("id") UUID id) {
        return view(confirming.confirm(id, acting.actor()));
    }

    /** Answered only when evidence-service has it too. */
    @POST
    @Path("/appointments/{id}/end")
    @RolesAllowed("registrar")
    @Level2
    public View end(@PathParam("id") UUID id, Why body) {
        View ended = view(ending.end(id, body == null || body.reason() == null ? "" : body.reason(), acting.actor()));
        peer.require();
        return ended;
    }

    @GET
    @Path("/appointments")
    @RolesAllowed("**")
    public RestResponse<Page<View>> list(
            @QueryParam("programme") String programme,
            @QueryParam("agency") String agency,
            @QueryParam("status") Appointment.Status status,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        List<Appointment> found = queries.visibleTo(acting.actor(), programme, agency, status, cursor, limit);
        return Pages.answer(
                asked,
                Page.of(found, limit, its -> Cursor.of(its.programme(), its.id()))
                        .map(this::view));
    }

    record Held(String programme, String seat, boolean alternate) {}

    record Office(String programme, String office) {}

    record AgencyView(String code, String name, String country, List<String> groups) {}

    record Me(
            String sub,
            String account,
            AgencyView agency,
            String clearance,
            List<String> roles,
            Instant level2Until,
            List<Held> seats,
            List<Office> offices) {}

    @GET
    @Path("/me")
    @RolesAllowed("**")
    public Me me(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        var actor = acting.actor();
        mailboxes.note(actor, verifiedAddress(), languages);
        List<Appointment> held = queries.heldBy(actor);
        return new Me(
                actor.sub(),
                actor.account(),
                new AgencyView(
                        actor.agency().code(),
                        actor.agency().name(),
                        actor.agency().country(),
                        actor.agency().groups().stream().sorted().toList()),
                actor.clearance().name(),
                actor.roles().stream().map(Role::claim).sorted().toList(),
                actor.level2At() == null ? null : actor.level2At().plus(lockstep.auth.Actor.LEVEL_2_LASTS),
                held.stream()
                        .filter(its -> its.seat() != null)
                        .map(its -> new Held(its.programme(), its.seat(), its.alternate()))
                        .toList(),
                held.stream()
                        .filter(its -> its.office() != null)
                        .map(its -> new Office(its.programme(), its.office()))
                        .toList());
    }

    /** Of the account, as the realm vouches for it; null without one. */
    private String verifiedAddress() {
        return identity.getPrincipal() instanceof JsonWebToken token
                        && token.getClaim("email") != null
                        && "true".equals(Objects.toString(token.getClaim("email_verified")))
                ? token.getClaim("email").toString()
                : null;
    }
}
