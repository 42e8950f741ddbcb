package lockstep.evidence.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.access.VersionRef;

/** The originator takes a release back: it stops future reads for all whom it reached, and erases no past one. */
@ApplicationScoped
public class RevokeRelease {
    private final ReleaseDesk desk;
    private final Grants grants;

    RevokeRelease(ReleaseDesk desk, Grants grants) {
        this.desk = desk;
        this.grants = grants;
    }

    /** {@code about}: what the request names, looked up by {@link HiddenVersions} before this transaction. */
    @Transactional
    public ReleaseRequest revoke(UUID id, String reason, List<AskedVersion> about, Actor by) {
        ReleaseRequest request = desk.take(id, "release.revoked", by);
        request.revoke(reason, by, desk.now());
        grants.end(id, desk.now());
        Set<VersionRef> given = request.given();
        List<AskedVersion> out =
                about.stream().filter(its -> given.contains(its.ref())).toList();
        desk.done("release.revoked", request, out, reason);
        return request;
    }
}
