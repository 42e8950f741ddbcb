package lockstep.evidence.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;

/** The originator takes a release back: it stops future reads for all whom it reached, and erases no past one. */
@ApplicationScoped
public class RevokeRelease {
    private final ReleaseDesk desk;
    private final Grants grants;

    RevokeRelease(ReleaseDesk desk, Grants grants) {
        this.desk = desk;
        this.grants = grants;
    }

    @Transactional
    public ReleaseRequest revoke(UUID id, String reason, Actor by) {
        ReleaseRequest request = desk.take(id, "release.revoked", by);
        request.revoke(reason, by, desk.now());
        grants.end(id, desk.now());
        desk.done("release.revoked", request, desk.given(request), reason);
        return request;
    }
}
