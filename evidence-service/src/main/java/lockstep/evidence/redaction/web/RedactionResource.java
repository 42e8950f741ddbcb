package lockstep.evidence.redaction.web;

import static lockstep.evidence.access.Roles.*;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Agencies;
import lockstep.auth.Levels;
import lockstep.evidence.exhibit.DescriptionCheck;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.Fields;
import lockstep.evidence.exhibit.LookAgain;
import lockstep.evidence.exhibit.VersionState;
import lockstep.evidence.redaction.BringRedactedCopy;
import lockstep.evidence.redaction.CheckRedaction;
import lockstep.evidence.redaction.CheckRedaction.Looking;
import lockstep.evidence.redaction.FindRedactions;
import lockstep.evidence.redaction.FindRedactions.RedactionsView;
import lockstep.evidence.redaction.Redaction.Check;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Answers;
import lockstep.kit.web.Idempotency;
import lockstep.kit.web.MarkingInput;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Redacted copies: brought, told of, and looked through. */
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
public class RedactionResource {
    private final Acting acting;
    private final LookAgain lookAgain;
    private final BringRedactedCopy bring;
    private final FindRedactions find;
    private final CheckRedaction check;
    private final Idempotency idempotency;
    private final Agencies agencies;
    private final Levels levels;

    RedactionResource(
            Acting acting,
            LookAgain lookAgain,
            BringRedactedCopy bring,
            FindRedactions find,
            CheckRedaction check,
            Idempotency idempotency,
            Agencies agencies,
            Levels levels) {
        this.acting = acting;
        this.lookAgain = lookAgain;
        this.bring = bring;
        this.find = find;
        this.check = check;
        this.idempotency = idempotency;
        this.agencies = agencies;
        this.levels = levels;
    }

    /**
     * A copy as it was sent.
     *
     * @param removed what was taken out, in words; for those who see both
     * @param passages words that must not be found in it any more
     * @param marking none: that of what it stands for
     */
    public record CopyInput(
            String title,
            String mediaType,
            String removed,
            String reason,
            List<String> passages,
            MarkingInput marking) {}

    /** A copy that now awaits its content. */
    public record Brought(UUID id, int version, VersionState state) {
        static Brought of(ExhibitVersion copy) {
            return new Brought(copy.exhibit().id(), copy.n(), copy.state());
        }
    }

    @POST
    @Path("exhibits/{id}/versions/{v}/redacted-copies")
    @RolesAllowed(ANALYST)
    @APIResponseSchema(value = Brought.class, responseCode = "201", responseDescription = "Made")
    public RestResponse<Brought> bring(
            @PathParam("id") UUID id,
            @PathParam("v") int version,
            CopyInput said,
            @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = acting.actor();
        Checks.given(said);
        BringRedactedCopy.Said checked = checked(said, by);
        Brought brought = lookAgain.ifNotFound(() -> idempotency.once(
                key,
                "POST /exhibits/" + id + "/versions/" + version + "/redacted-copies",
                said,
                Brought.class,
                () -> Brought.of(bring.bring(id, version, checked, by))));
        return Answers.created("/api/v1/exhibits/" + brought.id(), brought);
    }

    @GET
    @Path("exhibits/{id}/redactions")
    public RedactionsView about(@PathParam("id") UUID id) {
        Actor reader = acting.actor();
        return lookAgain.ifNotFound(() -> find.about(id, reader));
    }

    @POST
    @Path("exhibits/{id}/versions/{v}/redaction-check")
    @RolesAllowed({ANALYST, RELEASE_OFFICER, REGISTRAR})
    public Check check(@PathParam("id") UUID id, @PathParam("v") int version) {
        Actor by = acting.actor();
        Looking at = lookAgain.ifNotFound(() -> check.find(id, version, by));
        Check found = check.look(at, by);
        check.keep(at, found, by);
        return found;
    }

    private BringRedactedCopy.Said checked(CopyInput said, Actor by) {
        Fields fields = new Fields();
        MarkingInput.errors(said.marking(), "/marking", by, agencies, levels).forEach(fields::wrong);
        String title = fields.line("/title", said.title(), 300);
        String type = said.mediaType() == null ? null : said.mediaType().toLowerCase(Locale.ROOT);
        fields.required("/mediaType", type, DescriptionCheck.MEDIA_TYPE);
        String removed = fields.line("/removed", said.removed(), 1000);
        String reason = fields.line("/reason", said.reason(), 1000);
        fields.list("/passages", said.passages(), BringRedactedCopy.MOST_PASSAGES);
        List<String> passages = fields.none() ? said.passages() : List.of();
        for (int n = 0; n < passages.size(); n++) {
            String at = "/passages/" + n;
            fields.line(at, passages.get(n), 300);
            long telling = passages.get(n)
                    .codePoints()
                    .filter(Character::isLetterOrDigit)
                    .count();
            fields.when(telling < 2, at, "too-short", "At least two letters or digits.");
        }
        fields.refuseWrong();
        return new BringRedactedCopy.Said(
                title,
                type,
                MarkingInput.of(said.marking()),
                removed,
                reason,
                passages.stream().map(String::strip).toList());
    }
}
