package lockstep.evidence.exhibit.web;

import static lockstep.evidence.access.Roles.ANALYST;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.DescribeAnew;
import lockstep.evidence.exhibit.DescriptionChange;
import lockstep.evidence.exhibit.DescriptionChangeInput;
import lockstep.evidence.exhibit.DescriptionCheck;
import lockstep.evidence.exhibit.DescriptionDefaults;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.Fields;
import lockstep.evidence.exhibit.LookAgain;
import lockstep.kit.acting.Acting;
import lockstep.kit.journal.Attempt;
import lockstep.kit.journal.Protection;
import lockstep.kit.journal.Refusals;
import lockstep.kit.problem.Checks;
import lockstep.kit.web.Idempotency;

/** What is said of exhibits: proposed for a form, and said anew of many in one go. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(ANALYST)
public class DescriptionResource {
    private static final int MOST = 200;
    private static final String UNFOUND = "EU:LIMITE";

    private final Acting acting;
    private final LookAgain lookAgain;
    private final DescriptionCheck check;
    private final DescriptionDefaults defaults;
    private final DescribeAnew describe;
    private final Idempotency idempotency;
    private final Attempt attempt;
    private final Refusals refusals;

    DescriptionResource(
            Acting acting,
            LookAgain lookAgain,
            DescriptionCheck check,
            DescriptionDefaults defaults,
            DescribeAnew describe,
            Idempotency idempotency,
            Attempt attempt,
            Refusals refusals) {
        this.acting = acting;
        this.lookAgain = lookAgain;
        this.check = check;
        this.defaults = defaults;
        this.describe = describe;
        this.idempotency = idempotency;
        this.attempt = attempt;
        this.refusals = refusals;
    }

    /** What is to be said otherwise of each exhibit, and why; each is done, or refused, by itself. */
    public record Changes(String reason, List<DescriptionChangeInput> items) {}

    /** What became of one: its latest version, whether that is a new one, or why nothing was changed. */
    public record Outcome(UUID exhibitId, Integer version, boolean changed, String reason, String detail) {}

    /** What became of each, in the order in which they were sent. */
    public record Outcomes(List<Outcome> items) {}

    private record Change(UUID exhibit, int versionRead, DescriptionChange what) {}

    /** What the same key may be sent with again. */
    private record Asked(Change change, String reason) {}

    @GET
    @Path("cases/{caseId}/description-defaults")
    public DescriptionDefaults.Proposed defaults(@PathParam("caseId") UUID caseId) {
        Actor by = acting.actor();
        return lookAgain.ifNotFound(() -> defaults.in(caseId, by));
    }

    @POST
    @Path("exhibits/descriptions")
    public Outcomes describe(Changes said, @HeaderParam(Idempotency.HEADER) String key) {
        Actor by = acting.actor();
        Checks.given(said);
        List<Change> changes = checked(said);
        String reason = said.reason().strip();
        return new Outcomes(
                changes.stream().map(one -> done(one, reason, key, by)).toList());
    }

    private List<Change> checked(Changes said) {
        Fields fields = new Fields();
        fields.line("/reason", said.reason(), 1000);
        fields.list("/items", said.items(), MOST);
        fields.refuseWrong();
        List<Change> changes = new ArrayList<>();
        for (int n = 0; n < said.items().size(); n++) {
            changes.add(checked(said.items().get(n), "/items/" + n, fields));
        }
        fields.when(
                changes.stream().map(Change::exhibit).distinct().count() < changes.size(),
                "/items",
                "twice",
                "An exhibit is named twice.");
        fields.refuseWrong();
        return changes;
    }

    private Change checked(DescriptionChangeInput item, String at, Fields fields) {
        Fields own = new Fields();
        own.when(item.exhibitId() == null, "/exhibitId", "missing", "This is needed.");
        own.when(item.versionRead() == null, "/versionRead", "missing", "This is needed.");
        DescriptionChange what = check.changed(item, own);
        fields.wrong(at, own);
        return new Change(item.exhibitId(), item.versionRead() == null ? 0 : item.versionRead(), what);
    }

    private Outcome done(Change one, String reason, String key, Actor by) {
        // Until it is found, a refusal is none about the one before it.
        attempt.on("exhibit.described-anew", "request", null, 0, null, unfound(by));
        try {
            DescribeAnew.Said said = idempotency.once(
                    Idempotency.of(key, one.exhibit()),
                    "POST /exhibits/" + one.exhibit() + "/descriptions",
                    new Asked(one, reason),
                    DescribeAnew.Said.class,
                    () -> describe.describe(one.exhibit(), one.versionRead(), one.what(), reason, by));
            return new Outcome(one.exhibit(), said.version(), said.anew(), null, null);
        } catch (ExhibitRefused refused) {
            refusals.write(refused.reason().kebab(), refused.getMessage());
            return new Outcome(one.exhibit(), null, false, refused.reason().kebab(), refused.getMessage());
        }
    }

    private static Protection unfound(Actor by) {
        return Protection.withinAgency(by.agency().code(), UNFOUND);
    }
}
