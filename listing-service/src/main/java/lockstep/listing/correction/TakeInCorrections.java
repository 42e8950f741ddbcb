package lockstep.listing.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.SystemActor;

/** At the end of its period a correction that no seat has stopped is taken in: once, because the package is locked. */
@ApplicationScoped
class TakeInCorrections {
    private final Corrections corrections;
    private final CorrectionDesk desk;

    TakeInCorrections(Corrections corrections, CorrectionDesk desk) {
        this.corrections = corrections;
        this.desk = desk;
    }

    @Transactional
    void takeIn(UUID packageId, SystemActor job) {
        desk.locked(packageId, job);
        for (Correction its : corrections.dueIn(packageId, desk.now())) {
            its.takeIn(desk.now());
            desk.done(its, "correction.taken-in", null, null, job);
        }
    }
}
