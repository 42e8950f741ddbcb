package lockstep.kit.sample;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lockstep.auth.Tlp;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Level2;
import lockstep.kit.web.Pages;
import lockstep.kit.web.PossibleValues;
import lockstep.kit.web.Preconditions;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/notes")
@RunOnVirtualThread
public class NoteResource {
    private final Notes notes;
    private final Acting acting;
    private final Idempotency idempotency;
    private final Self self;

    /** What a list may be narrowed to. */
    @Produces
    @Singleton
    static PossibleValues states() {
        return new PossibleValues("state", List.of("open ones", "all"));
    }

    NoteResource(Notes notes, Acting acting, Idempotency idempotency, @RestClient Self self) {
        this.notes = notes;
        this.acting = acting;
        this.idempotency = idempotency;
        this.self = self;
    }

    public record Draft(
            String text, Integer pages, Tlp tlp, Boolean open, Instant due, LocalDate day, List<String> tags) {}

    @POST
    @RolesAllowed("analyst")
    public RestResponse<Notes.View> write(@HeaderParam(Idempotency.HEADER) String key, Draft draft) {
        Notes.View view = idempotency.once(
                key, "POST /notes", draft, Notes.View.class, () -> notes.write(acting.actor(), draft.text()));
        return Answers.created("/api/v1/notes/" + view.id(), view, view.version());
    }

    @GET
    @RolesAllowed({"analyst", "voter"})
    public RestResponse<Page<Notes.View>> list(
            @Context UriInfo asked,
            @QueryParam("state") String state,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit) {
        return Pages.answer(asked, notes.list(cursor, limit));
    }

    @GET
    @Path("{id}")
    @RolesAllowed("analyst")
    public Notes.View one(UUID id) {
        return notes.one(id);
    }

    @PUT
    @Path("{id}")
    @RolesAllowed("analyst")
    public Notes.View change(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, UUID id, Draft draft) {
        Preconditions.same(draft.pages(), Preconditions.matched(ifMatch));
        return notes.change(id, draft.text());
    }

    @POST
    @Path("{id}/close")
    @RolesAllowed("analyst")
    public void close(UUID id) {
        notes.close(id);
    }

    @POST
    @Level2
    @Path("seal")
    @RolesAllowed("voter")
    public Map<String, String> seal() {
        return Map.of("sealed", "yes");
    }

    @GET
    @Path("by-tlp")
    @RolesAllowed("analyst")
    public Map<String, String> byTlp(@QueryParam("tlp") Tlp tlp) {
        return Map.of("tlp", String.valueOf(tlp));
    }

    @GET
    @Path("writing-while-reading")
    @RolesAllowed("analyst")
    public void writingWhileReading() {
        notes.writeInReadOnly(acting.actor());
    }

    @GET
    @Path("failing")
    @RolesAllowed("analyst")
    public String failing() {
        throw new IllegalArgumentException("secret detail of class lockstep.kit.sample.NoteResource");
    }

    /** Fails only when it is written. */
    public record Unwritable(String text) {
        public String getMore() {
            throw new IllegalStateException("secret");
        }
    }

    @GET
    @Path("unwritable")
    @RolesAllowed("analyst")
    public Unwritable unwritable() {
        return new Unwritable("x");
    }

    @GET
    @Path("whoami")
    @RolesAllowed("analyst")
    public Map<String, String> whoami() {
        return Map.of(
                "account",
                acting.actor().account(),
                "agency",
                acting.actor().agency().code());
    }

    @GET
    @Path("relayed")
    @RolesAllowed("analyst")
    public Map<String, String> relayed() {
        return self.whoami();
    }

    @GET
    @Path("open")
    @PermitAll
    public String open() {
        return "open";
    }

    @GET
    @Path("forgotten")
    public String forgotten() {
        return "nobody said who may";
    }
}
