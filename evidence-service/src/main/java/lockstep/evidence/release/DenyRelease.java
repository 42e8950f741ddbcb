package lockstep.evidence.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;

/** The originator's release officer denies what was asked, and says why. */
@ApplicationScoped
public class DenyRelease {
    private final ReleaseDesk desk;

    DenyRelease(ReleaseDesk desk) {
        this.desk = desk;
    }

    /** {@code about}: what the request names, looked up by {@link HiddenVersions} before this transaction. */
    @Transactional
    public ReleaseRequest deny(UUID id, String reason, List<AskedVersion> about, Actor by) {
        ReleaseRequest request = desk.take(id, "release.denied", by);
        request.deny(reason, by, desk.now());
        desk.done("release.denied", request, about, reason);
        return request;
    }
}
