package lockstep.kit.journal;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import lockstep.kit.db.ReadOnly;
import lockstep.kit.db.Sql;

/**
 * Numbers the journal without gaps, and alone: one run at a time per database. It takes the rows that have no position,
 * never those after the last, because an earlier event may commit later.
 */
@ApplicationScoped
public class Sequencer {
    private final Sql sql;

    public Sequencer(Sql sql) {
        this.sql = sql;
    }

    /** Gives every committed row its position; the last one given so far, 0 in an empty journal. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public long run() {
        return sql.first("select journal_sequence()", row -> row.getLong(1)).orElseThrow();
    }

    /**
     * How far the journal is numbered.
     *
     * @param last the last position given
     * @param lastOfTypes that of the last event of the types asked for, 0 where none came later than asked
     * @param waiting whether an event of these types has committed that has no position yet
     */
    public record Numbered(long last, long lastOfTypes, boolean waiting) {}

    /** Where the last event of these types stands after a position, as far as it is numbered: it waits for no other. */
    @ReadOnly
    public Numbered numbered(List<String> types, long after) {
        return sql.first(
                        "select * from journal_numbered(?, ?)",
                        row -> new Numbered(row.getLong("last"), row.getLong("last_wanted"), row.getBoolean("waiting")),
                        after,
                        types)
                .orElseThrow();
    }

    @Scheduled(
            identity = "sequencer",
            every = "${lockstep.sequencer.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scheduled() {
        Acting.as(new SystemActor("sequencer", Set.of()), this::run);
    }
}
