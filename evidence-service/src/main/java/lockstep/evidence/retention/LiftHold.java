package lockstep.evidence.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.retention.KeepingDesk.Taken;
import lockstep.kit.db.Sql;

/** Lifts one hold, by somebody of the agency that set it; others stay. */
@ApplicationScoped
public class LiftHold {
    private final KeepingDesk desk;
    private final Sql sql;

    LiftHold(KeepingDesk desk, Sql sql) {
        this.desk = desk;
        this.sql = sql;
    }

    record HoldLifted(UUID exhibitId, UUID holdId, String agency, String reason) {}

    @Transactional
    public void lift(UUID exhibitId, UUID holdId, String reason, Actor by) {
        Taken taken = desk.take(exhibitId, "exhibit.hold-lifted", by);
        LegalHold hold = taken.keeping().mayLift(holdId, by);
        sql.update(
                "update legal_hold set lifted_by = ?, lifted_account = ?, lifted_at = ?, lift_reason = ? where id = ?",
                by.sub(),
                by.account(),
                desk.now(),
                reason,
                holdId);
        desk.done("exhibit.hold-lifted", taken, new HoldLifted(exhibitId, holdId, hold.agency(), reason));
    }
}
