package lockstep.evidence.inbox.web;

import static lockstep.evidence.access.Roles.*;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import lockstep.evidence.inbox.FindWaiting;
import lockstep.evidence.inbox.Waiting;
import lockstep.kit.acting.Acting;

/** What of the evidence waits for the person who asks. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({ANALYST, SUBMITTER, REVIEWER, LEGAL, VOTER, CHAIR, RELEASE_OFFICER, SECRETARIAT, PUBLISHER, REGISTRAR})
public class InboxResource {
    private final Acting acting;
    private final FindWaiting find;

    InboxResource(Acting acting, FindWaiting find) {
        this.acting = acting;
        this.find = find;
    }

    /** All of it. */
    public record Inbox(List<Waiting> items) {}

    @GET
    @Path("inbox")
    public Inbox inbox() {
        return new Inbox(find.of(acting.actor()));
    }
}
