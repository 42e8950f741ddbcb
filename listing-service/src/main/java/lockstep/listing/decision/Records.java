package lockstep.listing.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.listing.decision.DecisionRefused.Reason;

/** The recorded decisions, visible with their package. */
@ApplicationScoped
public class Records implements PanacheRepositoryBase<RecordedDecision, UUID> {

    public List<RecordedDecision> of(UUID packageId) {
        return list("packageId = ?1 order by recordedAt desc", packageId);
    }

    /** The confirmed record of the stage that adopted a package. */
    public Optional<RecordedDecision> adopting(UUID packageId) {
        return find("packageId = ?1 and status = CONFIRMED and adopted = true order by confirmedAt desc", packageId)
                .firstResultOptional();
    }

    boolean awaiting(UUID packageId) {
        return count("packageId = ?1 and status = AWAITING_CONFIRMATION", packageId) > 0;
    }

    RecordedDecision require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new DecisionRefused(Reason.UNKNOWN_RECORD, "No such record."));
    }
}
