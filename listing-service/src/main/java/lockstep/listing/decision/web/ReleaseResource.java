package lockstep.listing.decision.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Level2;
import lockstep.listing.decision.AskQuotable;
import lockstep.listing.decision.ConfirmRecord;
import lockstep.listing.decision.DatesAnew;
import lockstep.listing.decision.GiveGo;
import lockstep.listing.decision.HoldRelease;
import lockstep.listing.decision.LiftHold;
import lockstep.listing.decision.RecordDecision;
import lockstep.listing.decision.RecordedDecision;
import lockstep.listing.decision.RefuseRecord;
import lockstep.listing.decision.SchedulePackage;
import lockstep.listing.decision.UnschedulePackage;
import lockstep.listing.decision.web.DecisionBodies.Dates;
import lockstep.listing.decision.web.DecisionBodies.HashRead;
import lockstep.listing.decision.web.DecisionBodies.PackageView;
import lockstep.listing.decision.web.DecisionBodies.PrintedInput;
import lockstep.listing.decision.web.DecisionBodies.RecordInput;
import lockstep.listing.decision.web.DecisionBodies.RecordedView;
import lockstep.listing.decision.web.DecisionBodies.Schedule;
import lockstep.listing.decision.web.DecisionBodies.Why;
import lockstep.listing.programme.Horizon;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Records of decisions taken elsewhere, and the release of what was adopted. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReleaseResource {
    private final RecordDecision recording;
    private final ConfirmRecord confirming;
    private final RefuseRecord refusing;
    private final SchedulePackage scheduling;
    private final UnschedulePackage unscheduling;
    private final HoldRelease holding;
    private final LiftHold lifting;
    private final GiveGo going;
    private final AskQuotable asking;
    private final PackageViews pages;
    private final Horizon horizon;
    private final Idempotency idempotency;
    private final Acting acting;

    ReleaseResource(
            RecordDecision recording,
            ConfirmRecord confirming,
            RefuseRecord refusing,
            SchedulePackage scheduling,
            UnschedulePackage unscheduling,
            HoldRelease holding,
            LiftHold lifting,
            GiveGo going,
            AskQuotable asking,
            PackageViews pages,
            Horizon horizon,
            Idempotency idempotency,
            Acting acting) {
        this.recording = recording;
        this.confirming = confirming;
        this.refusing = refusing;
        this.scheduling = scheduling;
        this.unscheduling = unscheduling;
        this.holding = holding;
        this.lifting = lifting;
        this.going = going;
        this.asking = asking;
        this.pages = pages;
        this.horizon = horizon;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    @POST
    @Path("/packages/{id}/records")
    @RolesAllowed("secretariat")
    @Level2
    @APIResponseSchema(value = RecordedView.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<RecordedView> write(
            @PathParam("id") UUID id, RecordInput body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        Checks checks = new Checks()
                .text("/packageHashRead", body.packageHashRead(), 64)
                .text("/body", body.body(), 300)
                .present("/date", body.date())
                .present("/adopted", body.adopted());
        horizon.decided(checks, "/date", body.date()).pass();
        var instruments = body.instruments() == null ? List.<DecisionBodies.InstrumentInput>of() : body.instruments();
        var minutes = new RecordedDecision.Minutes(
                body.body(),
                body.date(),
                body.adopted(),
                instruments.stream()
                        .map(its -> new RecordedDecision.Act(its.type(), its.number()))
                        .toList(),
                body.leftOut(),
                body.actExhibit());
        RecordedView made = idempotency.once(
                key,
                "POST /packages/" + id + "/records",
                body,
                RecordedView.class,
                () -> DecisionViews.view(recording.write(id, body.packageHashRead(), minutes, acting.actor())));
        return Answers.created("/api/v1/records/" + made.id(), made);
    }

    @POST
    @Path("/records/{id}/confirm")
    @RolesAllowed("secretariat")
    @Level2
    public RecordedView confirm(@PathParam("id") UUID id, HashRead body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        new Checks().text("/packageHashRead", body.packageHashRead(), 64).pass();
        return idempotency.once(
                key,
                "POST /records/" + id + "/confirm",
                body,
                RecordedView.class,
                () -> DecisionViews.view(confirming.confirm(id, body.packageHashRead(), acting.actor())));
    }

    @POST
    @Path("/records/{id}/refuse")
    @RolesAllowed("secretariat")
    @Level2
    public RecordedView refuse(@PathParam("id") UUID id, Why body, @HeaderParam(Idempotency.HEADER) String key) {
        why(body);
        return idempotency.once(
                key,
                "POST /records/" + id + "/refuse",
                body,
                RecordedView.class,
                () -> DecisionViews.view(refusing.refuse(id, body.reason(), acting.actor())));
    }

    @POST
    @Path("/packages/{id}/schedule")
    @RolesAllowed("publisher")
    @Level2
    public PackageView schedule(@PathParam("id") UUID id, Schedule body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        Checks checks = new Checks()
                .text("/packageHashRead", body.packageHashRead(), 64)
                .present("/releaseAt", body.releaseAt())
                .present("/entries", body.entries())
                .optionalText("/citation", body.citation(), 300)
                .line("/citation", body.citation());
        List<PrintedInput> entries = body.entries() == null ? List.of() : body.entries();
        for (int at = 0; at < entries.size(); at++) {
            String number = entries.get(at).number();
            checks.optionalText("/entries/" + at + "/number", number, 40).line("/entries/" + at + "/number", number);
            horizon.printed(
                    checks, "/entries/" + at + "/listedDate", entries.get(at).listedDate());
        }
        horizon.planned(checks, "/releaseAt", body.releaseAt());
        horizon.printed(checks, "/inForce", body.inForce()).pass();
        var order = new SchedulePackage.Order(
                body.releaseAt(),
                body.inForce(),
                body.citation(),
                entries.stream()
                        .map(its -> new SchedulePackage.Printed(its.proposalId(), its.number(), its.listedDate()))
                        .toList());
        var quotable = asking.forPerson(id, acting.actor());
        return once(
                id,
                "schedule",
                body,
                key,
                () -> scheduling.schedule(id, body.packageHashRead(), order, quotable, acting.actor()));
    }

    @POST
    @Path("/packages/{id}/unschedule")
    @RolesAllowed({"publisher", "chair"})
    @Level2
    public PackageView unschedule(@PathParam("id") UUID id, Why body, @HeaderParam(Idempotency.HEADER) String key) {
        why(body);
        return once(id, "unschedule", body, key, () -> unscheduling.unschedule(id, body.reason(), acting.actor()));
    }

    @POST
    @Path("/packages/{id}/hold-release")
    @RolesAllowed("publisher")
    @Level2
    public PackageView hold(@PathParam("id") UUID id, Why body, @HeaderParam(Idempotency.HEADER) String key) {
        why(body);
        return once(id, "hold-release", body, key, () -> holding.hold(id, body.reason(), acting.actor()));
    }

    @POST
    @Path("/packages/{id}/lift-hold")
    @RolesAllowed("publisher")
    @Level2
    public PackageView lift(@PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) String key) {
        return once(id, "lift-hold", null, key, () -> lifting.lift(id, acting.actor()));
    }

    @POST
    @Path("/packages/{id}/go")
    @RolesAllowed("publisher")
    @Level2
    @RequestBody(required = false)
    public PackageView go(@PathParam("id") UUID id, Dates body, @HeaderParam(Idempotency.HEADER) String key) {
        DatesAnew dates = body == null
                ? DatesAnew.NONE
                : new DatesAnew(body.inForce(), body.listedDates() == null ? Map.of() : body.listedDates());
        Checks checks = new Checks();
        dates.listed().forEach((entry, day) -> horizon.printed(checks, "/listedDates/" + entry, day));
        horizon.printed(checks, "/inForce", dates.inForce()).pass();
        return once(id, "go", body, key, () -> going.give(id, dates, acting.actor()));
    }

    private PackageView once(UUID id, String act, Object body, String key, Runnable command) {
        idempotency.once(key, "POST /packages/" + id + "/" + act, body, command);
        return pages.of(id);
    }

    private static void why(Why body) {
        Checks.given(body);
        new Checks().text("/reason", body.reason(), 2000).pass();
    }
}
