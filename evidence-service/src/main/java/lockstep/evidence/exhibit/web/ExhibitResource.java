package lockstep.evidence.exhibit.web;

import static lockstep.evidence.access.Roles.*;

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
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.CorrectExhibit;
import lockstep.evidence.exhibit.Description;
import lockstep.evidence.exhibit.DescriptionCheck;
import lockstep.evidence.exhibit.DescriptionInput;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;
import lockstep.evidence.exhibit.ExhibitRow;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.ExhibitView;
import lockstep.evidence.exhibit.Fields;
import lockstep.evidence.exhibit.FindExhibits;
import lockstep.evidence.exhibit.LookAgain;
import lockstep.evidence.exhibit.LookupRow;
import lockstep.evidence.exhibit.RegisterExhibit;
import lockstep.evidence.exhibit.VersionState;
import lockstep.evidence.exhibit.WithdrawExhibit;
import lockstep.kit.acting.Acting;
import lockstep.kit.page.Cursor;
import lockstep.kit.page.Limit;
import lockstep.kit.page.Page;
import lockstep.kit.problem.ProblemException;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.Pages;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Exhibits: brought, corrected, withdrawn, listed and looked up. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
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
public class ExhibitResource {
    private static final int LOOKUP_MOST = 500;

    private final Acting acting;
    private final LookAgain lookAgain;
    private final DescriptionCheck check;
    private final FindExhibits find;
    private final RegisterExhibit register;
    private final CorrectExhibit correct;
    private final WithdrawExhibit withdraw;
    private final Idempotency idempotency;

    public ExhibitResource(
            Acting acting,
            LookAgain lookAgain,
            DescriptionCheck check,
            FindExhibits find,
            RegisterExhibit register,
            CorrectExhibit correct,
            WithdrawExhibit withdraw,
            Idempotency idempotency) {
        this.acting = acting;
        this.lookAgain = lookAgain;
        this.check = check;
        this.find = find;
        this.register = register;
        this.correct = correct;
        this.withdraw = withdraw;
        this.idempotency = idempotency;
    }

    /** A version that now awaits its content. */
    public record Described(UUID id, int version, VersionState state) {
        static Described of(ExhibitVersion version) {
            return new Described(version.exhibit().id(), version.n(), version.state());
        }
    }

    /** Why an exhibit is withdrawn. */
    public record Withdrawal(String reason) {}

    /** Which versions are asked about. */
    public record Lookup(List<VersionRef> items) {}

    /** Those found. */
    public record Found(List<LookupRow> items) {}

    @POST
    @Path("cases/{caseId}/exhibits")
    @RolesAllowed(ANALYST)
    @APIResponseSchema(value = Described.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<Described> register(
            @PathParam("caseId") UUID caseId, DescriptionInput said, @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = acting.actor();
        Description description = check.checked(present(said), by);
        Described described = lookAgain.ifNotFound(() -> idempotency.once(
                key,
                "POST /cases/" + caseId + "/exhibits",
                said,
                Described.class,
                () -> Described.of(register.register(caseId, description, by))));
        return created(described);
    }

    @GET
    @Path("cases/{caseId}/exhibits")
    public RestResponse<Page<ExhibitRow>> ofCase(
            @PathParam("caseId") UUID caseId,
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @Context UriInfo asked) {
        Actor reader = acting.actor();
        Page<ExhibitRow> page = lookAgain.ifNotFound(
                () -> find.ofCase(caseId, cursor, limit, reader).orElseThrow(ExhibitResource::notFound));
        return Pages.answer(asked, page);
    }

    @GET
    @Path("exhibits/{id}")
    public ExhibitView byId(@PathParam("id") UUID id) {
        Actor reader = acting.actor();
        return lookAgain.ifNotFound(() -> find.byId(id, reader).orElseThrow(ExhibitResource::notFound));
    }

    @POST
    @Path("exhibits/{id}/versions")
    @RolesAllowed(ANALYST)
    @APIResponseSchema(value = Described.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<Described> correct(
            @PathParam("id") UUID id, CorrectionInput said, @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = acting.actor();
        Fields fields = new Fields();
        String reason = fields.line("/reason", present(said).reason(), 1000);
        Description description = check.checked(said.description(), by, fields);
        Described described = lookAgain.ifNotFound(() -> idempotency.once(
                key,
                "POST /exhibits/" + id + "/versions",
                said,
                Described.class,
                () -> Described.of(correct.correct(id, description, reason, by))));
        return created(described);
    }

    @POST
    @Path("exhibits/{id}/withdraw")
    @RolesAllowed(ANALYST)
    public ExhibitView withdraw(@PathParam("id") UUID id, Withdrawal said) {
        Actor by = acting.actor();
        Fields fields = new Fields();
        String reason = fields.line("/reason", present(said).reason(), 1000);
        fields.refuseWrong();
        return lookAgain.ifNotFound(() -> withdraw.withdraw(id, reason, by));
    }

    @POST
    @Path("exhibits/lookup")
    public Found lookup(Lookup asked) {
        List<VersionRef> items = present(asked).items();
        Fields fields = new Fields();
        fields.list("/items", items, LOOKUP_MOST);
        fields.refuseWrong();
        return new Found(find.lookup(items, acting.actor()));
    }

    private static RestResponse<Described> created(Described described) {
        return Answers.created("/api/v1/exhibits/" + described.id(), described);
    }

    private static <T> T present(T body) {
        if (body == null) {
            throw new ProblemException(400, "malformed-body", "A JSON body is needed.");
        }
        return body;
    }

    private static ExhibitRefused notFound() {
        return new ExhibitRefused(Reason.NOT_FOUND);
    }
}
