package lockstep.evidence.spill.web;

import static lockstep.evidence.access.Roles.ANALYST;
import static lockstep.evidence.access.Roles.AUDITOR;
import static lockstep.evidence.access.Roles.CHAIR;
import static lockstep.evidence.access.Roles.LEGAL;
import static lockstep.evidence.access.Roles.PUBLISHER;
import static lockstep.evidence.access.Roles.REGISTRAR;
import static lockstep.evidence.access.Roles.RELEASE_OFFICER;
import static lockstep.evidence.access.Roles.REVIEWER;
import static lockstep.evidence.access.Roles.SECRETARIAT;
import static lockstep.evidence.access.Roles.SUBMITTER;
import static lockstep.evidence.access.Roles.VOTER;

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
import java.util.UUID;
import java.util.function.Supplier;
import lockstep.auth.Actor;
import lockstep.auth.Agencies;
import lockstep.auth.Levels;
import lockstep.auth.Marking;
import lockstep.evidence.custody.ContentReaders.ContentReading;
import lockstep.evidence.exhibit.Fields;
import lockstep.evidence.exhibit.LookAgain;
import lockstep.evidence.release.AskedVersion;
import lockstep.evidence.spill.AcknowledgeSpill;
import lockstep.evidence.spill.FindSpill;
import lockstep.evidence.spill.FreezeExhibit;
import lockstep.evidence.spill.ListSpills;
import lockstep.evidence.spill.SettleSpill;
import lockstep.evidence.spill.SpillRow;
import lockstep.evidence.spill.SpillView;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Failures;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Level2;
import lockstep.kit.web.MarkingInput;
import lockstep.kit.web.Pages;
import org.jboss.resteasy.reactive.RestResponse;

/** Content that must not be here: frozen by one person, its readers listed, purged or corrected by two. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({RELEASE_OFFICER, REGISTRAR})
public class SpillResource {
    private static final int SAID = 1000;
    private static final int TRIES = 5;

    private final FindSpill find;
    private final ListSpills list;
    private final FreezeExhibit freezing;
    private final SettleSpill settling;
    private final AcknowledgeSpill acknowledging;
    private final Agencies agencies;
    private final Levels levels;
    private final LookAgain lookAgain;
    private final Idempotency idempotency;
    private final Acting acting;

    SpillResource(
            FindSpill find,
            ListSpills list,
            FreezeExhibit freezing,
            SettleSpill settling,
            AcknowledgeSpill acknowledging,
            Agencies agencies,
            Levels levels,
            LookAgain lookAgain,
            Idempotency idempotency,
            Acting acting) {
        this.find = find;
        this.list = list;
        this.freezing = freezing;
        this.settling = settling;
        this.acknowledging = acknowledging;
        this.agencies = agencies;
        this.levels = levels;
        this.lookAgain = lookAgain;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    /** Why; the originator's people read it. */
    public record SpillWhy(String reason) {}

    /** With which marking it is let go; nothing gets a wider one by it. */
    public record SpillCorrection(String reason, MarkingInput marking) {}

    /** What became of the copies. */
    public record SpillNote(String note) {}

    @GET
    @Path("exhibits/{id}/spill")
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
    public SpillView spill(@PathParam("id") UUID id) {
        Actor reader = acting.actor();
        return lookAgain.ifNotFound(() -> find.of(id, reader));
    }

    @GET
    @Path("exhibits/{id}/spill/readers")
    @RolesAllowed({RELEASE_OFFICER, REGISTRAR, AUDITOR})
    public RestResponse<Page<ContentReading>> readers(
            @PathParam("id") UUID id,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        Actor reader = acting.actor();
        return Pages.answer(asked, lookAgain.ifNotFound(() -> find.readers(id, cursor, limit, reader)));
    }

    @GET
    @Path("spills")
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
    public SpillRow.AllSpills spills() {
        return list.of(acting.actor());
    }

    @POST
    @Path("exhibits/{id}/spill")
    public SpillView freeze(@PathParam("id") UUID id, SpillWhy body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        String reason = line("/reason", body.reason());
        Actor by = acting.actor();
        return again(() -> done(id, key, "", body, () -> freezing.freeze(id, reason, by)));
    }

    @POST
    @Path("exhibits/{id}/spill/purge")
    @Level2
    public SpillView proposePurge(
            @PathParam("id") UUID id, SpillWhy body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        String reason = line("/reason", body.reason());
        Actor by = acting.actor();
        return done(id, key, "/purge", body, () -> settling.proposePurge(id, reason, by));
    }

    @POST
    @Path("exhibits/{id}/spill/correction")
    @Level2
    public SpillView proposeCorrection(
            @PathParam("id") UUID id, SpillCorrection body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        Actor by = acting.actor();
        Fields fields = new Fields();
        String reason = fields.line("/reason", body.reason(), SAID);
        if (body.marking() == null) {
            fields.wrong("/marking", "missing", "A marking is needed.");
        }
        MarkingInput.errors(body.marking(), "/marking", by, agencies, levels).forEach(fields::wrong);
        fields.refuseWrong();
        Marking marking = MarkingInput.of(body.marking());
        return done(id, key, "/correction", body, () -> settling.proposeCorrection(id, reason, marking, by));
    }

    @POST
    @Path("exhibits/{id}/spill/confirm")
    @Level2
    public SpillView confirm(@PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = acting.actor();
        return done(id, key, "/confirm", null, () -> settling.confirm(id, by));
    }

    @POST
    @Path("exhibits/{id}/spill/drop")
    public SpillView drop(@PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = acting.actor();
        return done(id, key, "/drop", null, () -> settling.drop(id, by));
    }

    @POST
    @Path("spills/{spillId}/acknowledgement")
    public SpillRow.AllSpills acknowledge(
            @PathParam("spillId") UUID spillId, SpillNote body, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(body);
        String note = line("/note", body.note());
        Actor by = acting.actor();
        AskedVersion about = acknowledging.first(acknowledging.exhibits(spillId));
        idempotency.once(
                key,
                "POST /spills/" + spillId + "/acknowledgement",
                body,
                () -> acknowledging.acknowledge(spillId, about, note, by));
        return list.of(by);
    }

    private SpillView done(UUID id, String key, String verb, Object body, Runnable act) {
        lookAgain.ifNotFound(() -> {
            idempotency.once(key, "POST /exhibits/" + id + "/spill" + verb, body, act);
            return true;
        });
        return find.of(id, acting.actor());
    }

    /** Somebody who waits for a row of it may hold one that it needs: PostgreSQL ends one of both, and if it is this, it begins anew. */
    private static SpillView again(Supplier<SpillView> freeze) {
        for (int tried = 1; ; tried++) {
            try {
                return freeze.get();
            } catch (RuntimeException failed) {
                if (tried == TRIES
                        || !"try-again".equals(Failures.problem(failed).reason())) {
                    throw failed;
                }
            }
        }
    }

    private static String line(String pointer, String said) {
        Fields fields = new Fields();
        String line = fields.line(pointer, said, SAID);
        fields.refuseWrong();
        return line;
    }
}
