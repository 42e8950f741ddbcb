package lockstep.evidence.source.web;

import static lockstep.evidence.access.Roles.*;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.Fields;
import lockstep.evidence.exhibit.LookAgain;
import lockstep.evidence.source.FindSource;
import lockstep.evidence.source.NameHandler;
import lockstep.evidence.source.OpenSource;
import lockstep.evidence.source.SealSource;
import lockstep.evidence.source.SettleHandler;
import lockstep.evidence.source.SourceDetails;
import lockstep.evidence.source.SourceView;
import lockstep.evidence.source.TakeHandlerAway;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Level2;
import org.jboss.resteasy.reactive.RestResponse;

/** The protected source of an exhibit: sealed, opened by its handlers, and who they are. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({ANALYST, SUBMITTER, REVIEWER, LEGAL, VOTER, CHAIR, RELEASE_OFFICER, SECRETARIAT, PUBLISHER, REGISTRAR})
public class SourceResource {
    private static final int IDENTITY = 300;
    private static final int NOTES = 4000;
    private static final int PURPOSE = 500;

    private final FindSource find;
    private final SealSource sealing;
    private final OpenSource opening;
    private final NameHandler naming;
    private final SettleHandler settling;
    private final TakeHandlerAway takingAway;
    private final LookAgain lookAgain;
    private final Idempotency idempotency;
    private final Acting acting;

    SourceResource(
            FindSource find,
            SealSource sealing,
            OpenSource opening,
            NameHandler naming,
            SettleHandler settling,
            TakeHandlerAway takingAway,
            LookAgain lookAgain,
            Idempotency idempotency,
            Acting acting) {
        this.find = find;
        this.sealing = sealing;
        this.opening = opening;
        this.naming = naming;
        this.settling = settling;
        this.takingAway = takingAway;
        this.lookAgain = lookAgain;
        this.idempotency = idempotency;
        this.acting = acting;
    }

    /** What a handler opens the source for; the custody keeps it. */
    public record Purpose(String purpose) {}

    /** Who is to be a handler, by the account's immutable id. */
    public record Named(String sub) {}

    @GET
    @Path("exhibits/{id}/source")
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
    public SourceView source(@PathParam("id") UUID id) {
        Actor reader = acting.actor();
        return lookAgain.ifNotFound(() -> find.of(id, reader).orElseThrow(() -> new ExhibitRefused(Reason.NOT_FOUND)));
    }

    /** Takes no idempotency key: not even a digest of what is sealed is kept, and sealing the same twice changes nothing. */
    @POST
    @Path("exhibits/{id}/source")
    @Level2
    public SourceView seal(@PathParam("id") UUID id, SourceDetails said) {
        SourceDetails details = checked(said);
        Actor by = acting.actor();
        source(id);
        sealing.seal(id, details, by);
        return source(id);
    }

    @POST
    @Path("exhibits/{id}/source/open")
    @Level2
    public RestResponse<SourceDetails> open(@PathParam("id") UUID id, Purpose said) {
        Checks.given(said);
        Fields fields = new Fields();
        String purpose = fields.line("/purpose", said.purpose(), PURPOSE);
        fields.refuseWrong();
        Actor by = acting.actor();
        OpenSource.Opening found = lookAgain.ifNotFound(() -> opening.find(id, by));
        return RestResponse.ResponseBuilder.ok(opening.journalled(found, purpose, by))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("exhibits/{id}/source/handlers")
    @Level2
    public SourceView name(@PathParam("id") UUID id, Named said, @HeaderParam(Idempotency.HEADER) String key) {
        Checks.given(said);
        Fields fields = new Fields();
        String sub = fields.line("/sub", said.sub(), IDENTITY);
        fields.refuseWrong();
        Actor by = acting.actor();
        return done(id, "handlers", key, said, () -> naming.name(id, sub, by));
    }

    @POST
    @Path("exhibits/{id}/source/handlers/{handlerId}/confirm")
    @Level2
    public SourceView confirm(
            @PathParam("id") UUID id,
            @PathParam("handlerId") UUID handlerId,
            @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = acting.actor();
        return done(id, "handlers/" + handlerId + "/confirm", key, null, () -> settling.confirm(id, handlerId, by));
    }

    @POST
    @Path("exhibits/{id}/source/handlers/{handlerId}/drop")
    @Level2
    public SourceView drop(
            @PathParam("id") UUID id,
            @PathParam("handlerId") UUID handlerId,
            @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = acting.actor();
        return done(id, "handlers/" + handlerId + "/drop", key, null, () -> settling.drop(id, handlerId, by));
    }

    @POST
    @Path("exhibits/{id}/source/handlers/{handlerId}/take-away")
    @Level2
    public SourceView takeAway(
            @PathParam("id") UUID id,
            @PathParam("handlerId") UUID handlerId,
            @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = acting.actor();
        return done(
                id, "handlers/" + handlerId + "/take-away", key, null, () -> takingAway.takeAway(id, handlerId, by));
    }

    private SourceView done(UUID id, String verb, String key, Object body, Runnable act) {
        source(id);
        idempotency.once(key, "POST /exhibits/" + id + "/source/" + verb, body, act);
        return source(id);
    }

    private static SourceDetails checked(SourceDetails said) {
        Checks.given(said);
        Fields fields = new Fields();
        String identity = fields.line("/identity", said.identity(), IDENTITY);
        String contact = fields.lines("/contact", said.contact(), IDENTITY);
        String notes = fields.lines("/notes", said.notes(), NOTES);
        fields.refuseWrong();
        return new SourceDetails(identity, contact, notes);
    }
}
