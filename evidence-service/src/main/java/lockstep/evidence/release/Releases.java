package lockstep.evidence.release;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.auth.Role;
import lockstep.auth.Tlp;
import lockstep.evidence.access.Access;
import lockstep.evidence.access.CaseAccess;
import lockstep.evidence.access.StoredMarkings;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.InHand;
import lockstep.kit.db.Sql;

/**
 * All release requests. Seen by whoever asked; by the asking agency at the level at which it asked, of TLP:RED by those alone who
 * know what it is about; by the originator's people with the exhibits, and by its release officers, who decide, also where TLP:RED
 * doesn't name them.
 */
@ApplicationScoped
public class Releases implements PanacheRepositoryBase<ReleaseRequest, UUID> {
    private final Access access;
    private final Sql sql;

    Releases(Access access, Sql sql) {
        this.access = access;
        this.sql = sql;
    }

    /** What a request is about, as the policy needs to know it, hidden or not. */
    private record About(VersionRef ref, Marking marking) {}

    Optional<ReleaseRequest> visibleTo(Actor actor, UUID id) {
        actsAs(actor);
        return findByIdOptional(id).filter(request -> sees(actor, request));
    }

    /** The same, locked until the transaction ends. */
    Optional<ReleaseRequest> lockedFor(Actor actor, UUID id) {
        actsAs(actor);
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(request -> sees(actor, request));
    }

    /** Row-level security shows a release officer, until the transaction ends, what he decides unread; roles it doesn't know. */
    void actsAs(Actor actor) {
        sql.rows(
                "select set_config('lockstep.deciding', ?, true)",
                row -> row,
                actor.has(Role.RELEASE_OFFICER) ? "yes" : "");
    }

    boolean sees(Actor actor, ReleaseRequest request) {
        CaseAccess inCase = access.of(actor, request.caseId());
        if (!inCase.inCase()) {
            return false;
        }
        boolean ours = actor.of(request.originator());
        boolean asks =
                actor.of(request.askedAgency()) && actor.reader().levels().contains(request.askedLevel());
        if (asks && actor.sub().equals(request.askedBy())) {
            return true;
        }
        List<About> all = about(request);
        return ours
                ? all.stream().allMatch(its -> decides(inCase, its, request, actor))
                : asks && all.stream().allMatch(its -> known(inCase, its, request));
    }

    private static boolean decides(CaseAccess inCase, About its, ReleaseRequest request, Actor actor) {
        Marking marking = actor.has(Role.RELEASE_OFFICER) ? InHand.asIfNamed(its.marking()) : its.marking();
        return inCase.verdict(its.ref(), request.originator(), marking).visible();
    }

    /** What was asked for stays the asking agency's own, but TLP:RED: that there is such an exhibit is for those named, or told by a citation. */
    private static boolean known(CaseAccess inCase, About its, ReleaseRequest request) {
        return its.marking().tlp() != Tlp.RED || inCase.knows(its.ref(), request.originator(), its.marking());
    }

    private List<About> about(ReleaseRequest request) {
        return sql.rows("select * from asked_markings(?)", Releases::about, request.id());
    }

    private static About about(ResultSet row) throws SQLException {
        return new About(
                new VersionRef(row.getObject("exhibit_id", UUID.class), row.getInt("n")), StoredMarkings.of(row));
    }
}
