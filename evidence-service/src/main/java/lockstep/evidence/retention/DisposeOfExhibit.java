package lockstep.evidence.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.Ids;
import lockstep.evidence.retention.KeepingDesk.Taken;
import lockstep.kit.db.Sql;

/**
 * Two persons of the originator dispose of an exhibit: the keys die that only it still needed, so that no copy of its bytes
 * can be opened. Its description, its digests and its custody stay.
 */
@ApplicationScoped
public class DisposeOfExhibit {
    private final KeepingDesk desk;
    private final EntityManager entities;
    private final Sql sql;

    DisposeOfExhibit(KeepingDesk desk, EntityManager entities, Sql sql) {
        this.desk = desk;
        this.entities = entities;
        this.sql = sql;
    }

    record Proposed(UUID exhibitId, String reason) {}

    record Dropped(UUID exhibitId) {}

    /** Not how many keys died: that would tell of other exhibits with the same bytes. */
    record Disposed(UUID exhibitId, int versions, String reason) {}

    @Transactional
    public void propose(UUID exhibitId, String reason, Reliance reliance, Actor by) {
        Taken taken = desk.take(exhibitId, "exhibit.disposal-proposed", by);
        taken.keeping().mayPropose(reliance, by, desk.now());
        sql.update(
                "insert into disposal (id, exhibit_id, case_id, originator, state, reason, proposed_by, proposed_account,"
                        + " proposed_at) values (?, ?, ?, ?, 'PROPOSED', ?, ?, ?, ?)",
                Ids.next(desk.now()),
                exhibitId,
                taken.exhibit().caseId(),
                taken.exhibit().originator(),
                reason,
                by.sub(),
                by.account(),
                desk.now());
        desk.done("exhibit.disposal-proposed", taken, new Proposed(exhibitId, reason));
    }

    @Transactional
    public void confirm(UUID exhibitId, Reliance reliance, Actor by) {
        Taken taken = desk.take(exhibitId, "exhibit.disposed", by);
        taken.keeping().mayConfirm(reliance, by, desk.now());
        end(exhibitId, "DONE", by);
        taken.exhibit().dispose(desk.now());
        entities.flush();
        sql.rows("select destroy_keys(?)", row -> row, exhibitId);
        Disposed payload = new Disposed(
                exhibitId, taken.exhibit().latest(), taken.keeping().disposal().reason());
        desk.done("exhibit.disposed", taken, payload);
    }

    @Transactional
    public void drop(UUID exhibitId, Actor by) {
        Taken taken = desk.take(exhibitId, "exhibit.disposal-dropped", by);
        taken.keeping().mayDrop(by);
        end(exhibitId, "DROPPED", by);
        desk.done("exhibit.disposal-dropped", taken, new Dropped(exhibitId));
    }

    private void end(UUID exhibitId, String state, Actor by) {
        sql.update(
                "update disposal set state = ?, ended_by = ?, ended_account = ?, ended_at = ?"
                        + " where exhibit_id = ? and state = 'PROPOSED'",
                state,
                by.sub(),
                by.account(),
                desk.now(),
                exhibitId);
    }
}
