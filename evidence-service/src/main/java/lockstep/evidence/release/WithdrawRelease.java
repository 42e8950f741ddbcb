package lockstep.evidence.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import lockstep.auth.Actor;

/** The agency that asked takes its request back before it is decided. */
@ApplicationScoped
public class WithdrawRelease {
    private final ReleaseDesk desk;

    WithdrawRelease(ReleaseDesk desk) {
        this.desk = desk;
    }

    /** {@code about}: the request's versions, looked up by {@link HiddenVersions} before this transaction. */
    @Transactional
    public ReleaseRequest withdraw(UUID id, List<AskedVersion> about, Actor by) {
        ReleaseRequest request = desk.take(id, "release.withdrawn", by);
        request.withdraw(by, desk.now());
        desk.done("release.withdrawn", request, about, null);
        return request;
    }
}
