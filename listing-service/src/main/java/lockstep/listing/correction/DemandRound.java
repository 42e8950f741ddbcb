package lockstep.listing.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;

/** A seat of the electorate finds that more than form would change: the correction is dropped, the decided text stays. */
@ApplicationScoped
public class DemandRound {
    private final CorrectionDesk desk;

    DemandRound(CorrectionDesk desk) {
        this.desk = desk;
    }

    @Transactional
    public Correction demand(UUID id, String reason, Actor actor) {
        Correction its = desk.take(id, "correction.round-demanded", actor);
        Capacity by = desk.capacity(actor, its);
        its.demandRound(by, reason);
        desk.done(its, "correction.round-demanded", by.seat(), reason, actor);
        return its;
    }
}
