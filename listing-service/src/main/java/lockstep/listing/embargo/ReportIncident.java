package lockstep.listing.embargo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.kit.db.Sql;
import lockstep.listing.embargo.EmbargoRefused.Reason;
import lockstep.listing.embargo.Members.Member;

/** A member reports that something came out before the agreed instant; all of the group read it. */
@ApplicationScoped
public class ReportIncident {
    private final GroupDesk desk;
    private final Sql sql;

    ReportIncident(GroupDesk desk, Sql sql) {
        this.desk = desk;
        this.sql = sql;
    }

    record Incident(Instant happenedAt, String text) {}

    @Transactional
    public void report(UUID groupId, Instant happenedAt, String text, Actor actor) {
        EmbargoGroup group = desk.take(groupId, "embargo.incident", actor);
        Member own = desk.own(groupId, actor);
        EmbargoRefused.when(happenedAt.isAfter(desk.now()), Reason.NOT_IN_FUTURE);
        sql.update(
                "insert into embargo_incident (id, group_id, happened_at, text, account, agency, reported_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                groupId,
                happenedAt,
                text,
                actor.account(),
                actor.agency().code(),
                desk.now());
        desk.done(group, own, "embargo.incident", text, new Incident(happenedAt, text), actor);
    }
}
