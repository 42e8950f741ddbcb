package lockstep.evidence.release.web;

import static lockstep.evidence.access.Roles.*;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.release.HiddenVersions;
import lockstep.evidence.release.KnownVersions;
import lockstep.evidence.release.ReleaseCheck;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.Checks;

/** Tells beforehand of which versions the reader can ask for a release, so that nobody is led to a request that would find nothing. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AskableResource {
    private final Acting acting;
    private final ReleaseCheck check;
    private final HiddenVersions hidden;
    private final KnownVersions known;

    AskableResource(Acting acting, ReleaseCheck check, HiddenVersions hidden, KnownVersions known) {
        this.acting = acting;
        this.check = check;
        this.hidden = hidden;
        this.known = known;
    }

    /** Which versions of one case are in question; in the answer, those of which a release can be asked for. */
    public record Askable(List<VersionRef> items) {}

    @POST
    @Path("cases/{caseId}/askable-versions")
    @RolesAllowed({ANALYST, REVIEWER, LEGAL, VOTER, CHAIR, RELEASE_OFFICER, PUBLISHER})
    public Askable askable(@PathParam("caseId") UUID caseId, Askable asked) {
        Checks.given(asked);
        List<VersionRef> items = check.versions(asked.items());
        var its = known.of(caseId, hidden.of(items), acting.actor());
        return new Askable(items.stream().filter(its::contains).distinct().toList());
    }
}
