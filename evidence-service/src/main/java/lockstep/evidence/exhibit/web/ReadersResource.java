package lockstep.evidence.exhibit.web;

import static lockstep.evidence.access.Roles.*;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.LookAgain;
import lockstep.evidence.exhibit.WhoMayRead;
import lockstep.evidence.exhibit.WhoMayRead.MayRead;
import lockstep.kit.acting.Acting;
import lockstep.kit.problem.ProblemException;

/** Who can see a version, and why. */
@Path("/api/v1/exhibits/{id}/versions/{n}/readers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({ANALYST, SUBMITTER, REVIEWER, LEGAL, VOTER, CHAIR, RELEASE_OFFICER, SECRETARIAT, PUBLISHER, REGISTRAR})
public class ReadersResource {
    private final Acting acting;
    private final WhoMayRead readers;
    private final LookAgain lookAgain;

    public ReadersResource(Acting acting, WhoMayRead readers, LookAgain lookAgain) {
        this.acting = acting;
        this.readers = readers;
        this.lookAgain = lookAgain;
    }

    /** Agencies by their codes, or the one that was asked about. */
    public record Readers(List<MayRead> items) {}

    /** Without {@code agency}: all that take part; {@code sub}: a person of that agency. */
    @GET
    public Readers of(
            @PathParam("id") UUID id,
            @PathParam("n") int n,
            @QueryParam("agency") String agency,
            @QueryParam("sub") String sub) {
        if (agency != null && !readers.known(agency)) {
            throw ProblemException.invalidParameter("agency", "unknown-agency", "No agency is called so.");
        }
        if (sub != null && agency == null) {
            throw ProblemException.invalidParameter("agency", "missing", "Say of which agency the person is.");
        }
        Actor asking = acting.actor();
        return lookAgain.ifNotFound(() -> new Readers(readers.of(id, n, agency, sub, asking)));
    }
}
