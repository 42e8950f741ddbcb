package lockstep.evidence.exhibit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import lockstep.auth.Actor;
import lockstep.auth.Marking;
import lockstep.auth.Tlp;
import lockstep.evidence.access.StoredMarkings;
import lockstep.evidence.access.VersionRef;
import lockstep.kit.db.Sql;

/**
 * Exhibits for those who act on them without opening them: whoever sees one, and whoever answers for the originator's evidence
 * also where TLP:RED doesn't name him. Else an agency could lose its power over what is its own.
 */
@ApplicationScoped
public class TakeInHand {
    private final Exhibits exhibits;
    private final Sql sql;

    TakeInHand(Exhibits exhibits, Sql sql) {
        this.exhibits = exhibits;
        this.sql = sql;
    }

    public Optional<InHand> of(Actor by, UUID id) {
        return exhibits.visibleTo(by, id).map(InHand::of).or(() -> unread(by, id, LockModeType.NONE));
    }

    /** The same, locked until the transaction ends. */
    public Optional<InHand> locked(Actor by, UUID id) {
        return exhibits.lockedFor(by, id).map(InHand::of).or(() -> unread(by, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Row-level security shows the head of this one exhibit, until the transaction ends. */
    private Optional<InHand> unread(Actor by, UUID id, LockModeType lock) {
        if (!Exhibit.answersForItsOwn(by)) {
            return Optional.empty();
        }
        sql.rows("select set_config('lockstep.unread', ?, true)", row -> row, id.toString());
        return exhibits.findByIdOptional(id, lock)
                .flatMap(this::latest)
                .filter(its -> its.exhibit().answeredForBy(by) && unnamedAlone(its, by));
    }

    private Optional<InHand> latest(Exhibit own) {
        return sql.first(
                "select * from unread_version(?)",
                row -> new InHand(own, row.getObject("id", UUID.class), row.getInt("n"), StoredMarkings.of(row), true),
                own.id());
    }

    /** He would read it if only he were named. */
    private boolean unnamedAlone(InHand its, Actor by) {
        Marking said = its.marking();
        Exhibit own = its.exhibit();
        return said.tlp() == Tlp.RED
                && exhibits.access(by, own.caseId())
                        .verdict(new VersionRef(own.id(), its.n()), own.originator(), InHand.asIfNamed(said))
                        .visible();
    }
}
