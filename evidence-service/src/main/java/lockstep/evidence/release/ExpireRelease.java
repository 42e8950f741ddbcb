package lockstep.evidence.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;

/** Writes one release's end down; a second replica finds it done. */
@ApplicationScoped
class ExpireRelease {
    private static final int AT_ONCE = 200;

    private final Releases releases;
    private final ReleaseDesk desk;
    private final Sql sql;

    ExpireRelease(Releases releases, ReleaseDesk desk, Sql sql) {
        this.releases = releases;
        this.desk = desk;
        this.sql = sql;
    }

    record Due(UUID requestId, UUID caseId) {}

    @ReadOnly
    List<Due> due() {
        return sql.rows(
                "select * from due_release_ends(?, ?)",
                row -> new Due(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                desk.now(),
                AT_ONCE);
    }

    @Transactional
    void expire(UUID id) {
        ReleaseRequest request = releases.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (request.live(request.until().minusNanos(1))) {
            request.expire(request.until());
            desk.done("release.expired", request, desk.given(request), null);
        }
    }
}
