package lockstep.evidence.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.evidence.source.SourceDesk.Taken;
import lockstep.kit.db.Sql;

/** Takes a handler away, never the last one; whom that person had named, and nobody confirmed, is named no more. */
@ApplicationScoped
public class TakeHandlerAway {
    private final SourceDesk desk;
    private final Sql sql;

    TakeHandlerAway(SourceDesk desk, Sql sql) {
        this.desk = desk;
        this.sql = sql;
    }

    @Transactional
    public void takeAway(UUID exhibitId, UUID handlerId, Actor by) {
        Taken taken = desk.take(exhibitId, "exhibit.source-handler-taken-away", by);
        Handler leaving = taken.source().mayTakeAway(handlerId, by);
        sql.update(
                "update source_handler set ended_by = ?, ended_account = ?, ended_at = ? where exhibit_id = ?"
                        + " and ended_at is null and (id = ? or named_by = ? and confirmed_at is null)",
                by.sub(),
                by.account(),
                desk.now(),
                exhibitId,
                handlerId,
                leaving.sub());
        desk.done("exhibit.source-handler-taken-away", taken, leaving, by);
    }
}
