package lockstep.listing.appointment.web;

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
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Role;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Pages;
import lockstep.listing.appointment.Absences;
import lockstep.listing.appointment.Absences.Absence;
import lockstep.listing.appointment.DeclareAbsence;
import lockstep.listing.appointment.EndAbsence;
import lockstep.listing.casefile.Allowed;
import lockstep.listing.programme.Horizon;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** When the holders of seats are away, and who stands in. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AbsenceResource {
    private final DeclareAbsence declaring;
    private final EndAbsence ending;
    private final Absences absences;
    private final Horizon horizon;
    private final Idempotency idempotency;
    private final Acting acting;
    private final InstantSource clock;

    AbsenceResource(
            DeclareAbsence declaring,
            EndAbsence ending,
            Absences absences,
            Horizon horizon,
            Idempotency idempotency,
            Acting acting,
            InstantSource clock) {
        this.declaring = declaring;
        this.ending = ending;
        this.absences = absences;
        this.horizon = horizon;
        this.idempotency = idempotency;
        this.acting = acting;
        this.clock = clock;
    }

    /** {@code deputyId} is an alternate's appointment to the same seat; {@code from} null: from now on. */
    record NewAbsence(UUID deputyId, Instant from, Instant until) {}

    /** {@code until}: the end that was declared; {@code endedAt}: when the holder was back before it. */
    record View(
            UUID id,
            UUID appointmentId,
            String programme,
            String seat,
            String agency,
            String account,
            String deputyAccount,
            Instant from,
            Instant until,
            Instant endedAt,
            List<Allowed> allowedActions) {}

    private View view(Absence its) {
        Actor actor = acting.actor();
        boolean could = actor.has(Role.REGISTRAR) || actor.has(Role.VOTER);
        return new View(
                its.id(),
                its.appointmentId(),
                its.programme(),
                its.seat(),
                its.agency(),
                its.account(),
                its.deputyAccount(),
                its.from(),
                its.until(),
                its.endedAt(),
                could ? List.of(Allowed.unless("end", its.whyNotEnded(actor, clock.instant()), null)) : List.of());
    }

    @POST
    @Path("/appointments/{id}/absences")
    @RolesAllowed({"voter", "registrar"})
    @APIResponseSchema(value = View.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<View> declare(
            @PathParam("id") UUID id, NewAbsence body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        Checks checks = new Checks().present("/deputyId", body.deputyId()).present("/until", body.until());
        horizon.planned(checks, "/until", body.until()).pass();
        View made = idempotency.once(
                key,
                "POST /appointments/" + id + "/absences",
                body,
                View.class,
                () -> view(declaring.declare(id, body.deputyId(), body.from(), body.until(), acting.actor())));
        return Answers.created("/api/v1/absences?appointment=" + id, made);
    }

    @POST
    @Path("/absences/{id}/end")
    @RolesAllowed({"voter", "registrar"})
    public View end(@PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) String key) {
        return idempotency.once(
                key, "POST /absences/" + id + "/end", null, View.class, () -> view(ending.end(id, acting.actor())));
    }

    @GET
    @Path("/absences")
    @RolesAllowed("**")
    public RestResponse<Page<View>> list(
            @QueryParam("programme") String programme,
            @QueryParam("appointment") UUID appointment,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        acting.actor();
        return Pages.answer(
                asked,
                Page.of(absences.list(programme, appointment, cursor, limit), limit, Absence::cursor)
                        .map(this::view));
    }
}
