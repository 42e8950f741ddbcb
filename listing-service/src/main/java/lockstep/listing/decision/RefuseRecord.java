package lockstep.listing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.listing.programme.Office;

/** A second person of the secretariat refuses a record; the stage waits for a right one. */
@ApplicationScoped
public class RefuseRecord {
    private final Records records;
    private final Desk desk;

    RefuseRecord(Records records, Desk desk) {
        this.records = records;
        this.desk = desk;
    }

    @Transactional
    public RecordedDecision refuse(UUID recordId, String reason, Actor actor) {
        RecordedDecision its = records.require(recordId);
        Package of = desk.take(its.packageId(), "package.record-refused", actor);
        desk.mustHold(Office.SECRETARIAT, of, actor);
        records.getEntityManager().refresh(its);
        its.refuse(actor, reason, desk.now());
        records.flush();
        desk.done(of, "package.record-refused", null, desk.read(of, null).saying(null, null, reason, null));
        return its;
    }
}
