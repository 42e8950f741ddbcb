package lockstep.evidence.retention.web;

import static lockstep.evidence.access.Roles.*;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.Fields;
import lockstep.evidence.exhibit.LookAgain;
import lockstep.evidence.retention.DisposeOfExhibit;
import lockstep.evidence.retention.FindKeeping;
import lockstep.evidence.retention.HoldExhibit;
import lockstep.evidence.retention.KeepingView;
import lockstep.evidence.retention.LiftHold;
import lockstep.evidence.retention.Reliance;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.Checks;
import lockstep.kit.problem.ProblemException;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Level2;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** How long an exhibit is kept: legal holds, and disposal by two persons of its originator. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({RELEASE_OFFICER, REGISTRAR})
public class KeepingResource {
    private static final int REASON = 1000;

    private final FindKeeping find;
    private final HoldExhibit holding;
    private final LiftHold lifting;
    private final DisposeOfExhibit disposing;
    private final ListingReliance listing;
    private final LookAgain lookAgain;
    private final Idempotency idempotency;
    private final Acting acting;

    KeepingResource(
            FindKeeping find,
            HoldExhibit holding,
            LiftHold lifting,
            DisposeOfExhibit disposing,
            @RestClient ListingReliance listing,
            LookAgain lookAgain,
            Idempotency idempotency,
            Acting acting) {
        this.find = find;
        this.holding = holding;
        this.lifting = lifting;
        this.disposing = disposing;
        this.listing = listing;
        this.lookAgain = lookAgain;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    /** Why; whoever sees the exhibit reads it. */
    public record Why(String reason) {}

    @GET
    @Path("exhibits/{id}/keeping")
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
    public KeepingView keeping(@PathParam("id") UUID id) {
        Actor reader = acting.actor();
        FindKeeping.Asked asked = asked(id, reader);
        return view(id, asked.disposes() ? relianceIfTold(id, asked) : null, reader);
    }

    @POST
    @Path("exhibits/{id}/holds")
    @RolesAllowed({LEGAL, RELEASE_OFFICER, REGISTRAR})
    public KeepingView hold(@PathParam("id") UUID id, Why body, @HeaderParam(Idempotency.HEADER) String key) {
        String reason = reason(body);
        Actor by = acting.actor();
        asked(id, by);
        once(key, id, "holds", body, () -> holding.hold(id, reason, by));
        return keeping(id);
    }

    @POST
    @Path("exhibits/{id}/holds/{holdId}/lift")
    @RolesAllowed({LEGAL, RELEASE_OFFICER, REGISTRAR})
    @Level2
    public KeepingView lift(
            @PathParam("id") UUID id,
            @PathParam("holdId") UUID holdId,
            Why body,
            @HeaderParam(Idempotency.HEADER) String key) {
        String reason = reason(body);
        Actor by = acting.actor();
        asked(id, by);
        once(key, id, "holds/" + holdId + "/lift", body, () -> lifting.lift(id, holdId, reason, by));
        return keeping(id);
    }

    @POST
    @Path("exhibits/{id}/disposal")
    @Level2
    public KeepingView propose(@PathParam("id") UUID id, Why body, @HeaderParam(Idempotency.HEADER) String key) {
        String reason = reason(body);
        Actor by = acting.actor();
        Reliance reliance = reliance(id, asked(id, by));
        once(key, id, "disposal", body, () -> disposing.propose(id, reason, reliance, by));
        return view(id, reliance, by);
    }

    @POST
    @Path("exhibits/{id}/disposal/confirm")
    @Level2
    public KeepingView confirm(@PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = acting.actor();
        Reliance reliance = reliance(id, asked(id, by));
        once(key, id, "disposal/confirm", null, () -> disposing.confirm(id, reliance, by));
        return view(id, reliance, by);
    }

    @POST
    @Path("exhibits/{id}/disposal/drop")
    public KeepingView drop(@PathParam("id") UUID id, @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = acting.actor();
        asked(id, by);
        once(key, id, "disposal/drop", null, () -> disposing.drop(id, by));
        return keeping(id);
    }

    private FindKeeping.Asked asked(UUID id, Actor by) {
        return lookAgain.ifNotFound(() -> find.asked(id, by).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND)));
    }

    /** Before any transaction; without an answer nothing is destroyed. */
    private Reliance reliance(UUID id, FindKeeping.Asked asked) {
        if (!asked.disposes()) {
            return new Reliance(false, null);
        }
        try {
            return listing.on(new ListingReliance.Question(id, asked.caseId()));
        } catch (ProcessingException | WebApplicationException unreachable) {
            throw new ProblemException(
                    503, "peer-unavailable", "It cannot be told now what rests on this exhibit. Try again.");
        }
    }

    /** Null: it can't be told now. What else keeps the exhibit is told all the same, and what was done stays done. */
    private Reliance relianceIfTold(UUID id, FindKeeping.Asked asked) {
        try {
            return reliance(id, asked);
        } catch (ProblemException unreachable) {
            return null;
        }
    }

    private KeepingView view(UUID id, Reliance reliance, Actor by) {
        return find.of(id, reliance, by).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND));
    }

    private static String reason(Why body) {
        Checks.given(body);
        Fields fields = new Fields();
        String reason = fields.line("/reason", body.reason(), REASON);
        fields.refuseWrong();
        return reason;
    }

    private void once(String key, UUID id, String verb, Object body, Runnable act) {
        idempotency.once(key, "POST /exhibits/" + id + "/" + verb, body, act);
    }
}
