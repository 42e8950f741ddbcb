package lockstep.listing.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;

/** The agency that made a correction takes it back before it is taken in. */
@ApplicationScoped
public class WithdrawCorrection {
    private final CorrectionDesk desk;

    WithdrawCorrection(CorrectionDesk desk) {
        this.desk = desk;
    }

    @Transactional
    public Correction withdraw(UUID id, String reason, Actor actor) {
        Correction its = desk.take(id, "correction.withdrawn", actor);
        its.withdraw(desk.capacity(actor, its), reason);
        desk.done(its, "correction.withdrawn", null, reason, actor);
        return its;
    }
}
