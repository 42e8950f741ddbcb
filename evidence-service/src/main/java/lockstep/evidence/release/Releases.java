package lockstep.evidence.release;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lockstep.auth.Actor;
import lockstep.evidence.access.Access;
import lockstep.evidence.access.VersionRef;
import lockstep.evidence.exhibit.ExhibitVersion;
import lockstep.evidence.exhibit.Exhibits;

/** All release requests; seen by the asking agency at the level at which it asked, and by the originator with the exhibits. */
@ApplicationScoped
public class Releases implements PanacheRepositoryBase<ReleaseRequest, UUID> {
    private final Access access;
    private final Exhibits exhibits;

    Releases(Access access, Exhibits exhibits) {
        this.access = access;
        this.exhibits = exhibits;
    }

    Optional<ReleaseRequest> visibleTo(Actor actor, UUID id) {
        return findByIdOptional(id).filter(request -> sees(actor, request));
    }

    /** The same, locked until the transaction ends. */
    Optional<ReleaseRequest> lockedFor(Actor actor, UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(request -> sees(actor, request));
    }

    boolean sees(Actor actor, ReleaseRequest request) {
        if (!access.of(actor, request.caseId()).inCase()) {
            return false;
        }
        boolean asked =
                actor.of(request.askedAgency()) && actor.reader().levels().contains(request.askedLevel());
        return asked || actor.of(request.originator()) && seesAll(actor, request);
    }

    private boolean seesAll(Actor actor, ReleaseRequest request) {
        Set<VersionRef> seen = exhibits.visibleTo(actor, request.refs()).stream()
                .map(ExhibitVersion::ref)
                .collect(Collectors.toSet());
        return seen.containsAll(request.refs());
    }
}
