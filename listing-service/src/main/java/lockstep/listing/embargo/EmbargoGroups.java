package lockstep.listing.embargo;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import lockstep.listing.embargo.EmbargoRefused.Reason;

/** The embargo groups, as far as row-level security shows them: to their release set. */
@ApplicationScoped
public class EmbargoGroups implements PanacheRepositoryBase<EmbargoGroup, UUID> {

    EmbargoGroup require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new EmbargoRefused(Reason.UNKNOWN_GROUP));
    }

    /** The same, locked: whoever locks packages of a group as well takes this one first. */
    EmbargoGroup requireForChange(UUID id) {
        EmbargoGroup found = require(id);
        getEntityManager().refresh(found, LockModeType.PESSIMISTIC_WRITE);
        return found;
    }

    public Optional<EmbargoGroup> take(UUID id) {
        Optional<EmbargoGroup> found = findByIdOptional(id);
        found.ifPresent(group -> getEntityManager().refresh(group, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }
}
