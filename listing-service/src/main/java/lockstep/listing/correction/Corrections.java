package lockstep.listing.correction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lockstep.listing.correction.CorrectionRefused.Reason;

/** The formal corrections, visible with the package whose entry they correct: to the stage's seats and the offices. */
@ApplicationScoped
public class Corrections implements PanacheRepositoryBase<Correction, UUID> {

    public Correction require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new CorrectionRefused(Reason.UNKNOWN_CORRECTION));
    }

    /** Whether publishing the package must wait (G11). */
    public boolean pendingIn(UUID packageId) {
        return count("packageId = ?1 and status in (PROPOSED, TACIT)", packageId) > 0;
    }

    boolean pendingOf(UUID packageId, UUID proposalId) {
        return count("packageId = ?1 and proposalId = ?2 and status in (PROPOSED, TACIT)", packageId, proposalId) > 0;
    }

    /** Those that are printed with the entry, in the order in which they were taken in. */
    List<Correction> takenIn(UUID packageId, UUID proposalId, int revision) {
        return list(
                "packageId = ?1 and proposalId = ?2 and revision = ?3 and status = TAKEN_IN order by endedAt, id",
                packageId,
                proposalId,
                revision);
    }

    List<Correction> dueIn(UUID packageId, Instant now) {
        return list(
                "packageId = ?1 and status = TACIT and periodEndsAt <= ?2 order by periodEndsAt, id", packageId, now);
    }

    List<Correction> standing(UUID proposalId) {
        return list("proposalId = ?1 and status in (PROPOSED, TACIT, TAKEN_IN) order by madeAt, id", proposalId);
    }
}
