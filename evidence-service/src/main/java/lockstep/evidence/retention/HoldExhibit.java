package lockstep.evidence.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.Ids;
import lockstep.evidence.retention.KeepingDesk.Taken;
import lockstep.kit.db.Sql;

/** Sets a legal hold: as long as one stands, nobody disposes of the exhibit. */
@ApplicationScoped
public class HoldExhibit {
    private final KeepingDesk desk;
    private final Sql sql;

    HoldExhibit(KeepingDesk desk, Sql sql) {
        this.desk = desk;
        this.sql = sql;
    }

    record HoldSet(UUID exhibitId, UUID holdId, String agency, String reason) {}

    @Transactional
    public void hold(UUID exhibitId, String reason, Actor by) {
        Taken taken = desk.take(exhibitId, "exhibit.hold-set", by);
        taken.keeping().mayHold(by);
        UUID id = Ids.next(desk.now());
        sql.update(
                "insert into legal_hold (id, exhibit_id, case_id, reason, set_agency, set_by, set_account, set_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                exhibitId,
                taken.exhibit().caseId(),
                reason,
                by.agency().code(),
                by.sub(),
                by.account(),
                desk.now());
        desk.done(
                "exhibit.hold-set",
                taken,
                new HoldSet(exhibitId, id, by.agency().code(), reason));
    }
}
