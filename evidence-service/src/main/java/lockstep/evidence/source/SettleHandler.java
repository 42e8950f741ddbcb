package lockstep.evidence.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.source.SourceDesk.Taken;
import lockstep.kit.db.Sql;

/** Confirms the handler whom somebody else has named, or drops the naming. */
@ApplicationScoped
public class SettleHandler {
    private final SourceDesk desk;
    private final Sql sql;

    SettleHandler(SourceDesk desk, Sql sql) {
        this.desk = desk;
        this.sql = sql;
    }

    @Transactional
    public void confirm(UUID exhibitId, UUID handlerId, Actor by) {
        Taken taken = desk.take(exhibitId, "exhibit.source-handler-confirmed", by);
        Handler named = taken.source().mayConfirm(handlerId, by);
        sql.update(
                "update source_handler set confirmed_by = ?, confirmed_account = ?, confirmed_at = ? where id = ?",
                by.sub(),
                by.account(),
                desk.now(),
                handlerId);
        desk.done("exhibit.source-handler-confirmed", taken, named, by);
    }

    @Transactional
    public void drop(UUID exhibitId, UUID handlerId, Actor by) {
        Taken taken = desk.take(exhibitId, "exhibit.source-handler-dropped", by);
        Handler named = taken.source().maySettle(handlerId, by);
        sql.update(
                "update source_handler set ended_by = ?, ended_account = ?, ended_at = ? where id = ?",
                by.sub(),
                by.account(),
                desk.now(),
                handlerId);
        desk.done("exhibit.source-handler-dropped", taken, named, by);
    }
}
