package lockstep.evidence.release.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.SystemActor;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.Fields;
import lockstep.evidence.release.Quotable;
import lockstep.kit.acting.Acting;
import lockstep.kit.web.Internal;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What listing-service asks in its own name about releases: whether a text may be printed with what it cites. */
@Internal
@Path("/internal")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Internal.ROLE)
@RunOnVirtualThread
public class InternalReleaseResource {
    private static final int ITEMS_MOST = 5_000;
    private static final int PROGRAMME_MOST = 40;

    private final Quotable quotable;

    public InternalReleaseResource(Quotable quotable) {
        this.quotable = quotable;
    }

    /** {@code caseIds}: those of the items. */
    public record Question(String programme, List<VersionRef> items, List<UUID> caseIds) {}

    /** What may not be quoted, and nothing about the others. */
    public record Answer(List<VersionRef> refused) {}

    @POST
    @Path("releases/unquotable")
    @Operation(hidden = true)
    public Answer unquotable(Question question) {
        Fields fields = new Fields();
        fields.line("/programme", question.programme(), PROGRAMME_MOST);
        fields.list("/items", question.items(), ITEMS_MOST);
        fields.list("/caseIds", question.caseIds(), ITEMS_MOST);
        fields.refuseWrong();
        Set<UUID> cases = new HashSet<>(question.caseIds());
        return Acting.as(
                new SystemActor("quotation-question", cases),
                () -> new Answer(quotable.refused(question.programme(), question.items(), cases)));
    }
}
