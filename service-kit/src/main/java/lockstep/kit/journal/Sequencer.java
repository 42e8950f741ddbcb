package lockstep.kit.journal;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
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
        return number();
    }

    /** The last position, and that of the last event of these types; {@code after} itself where none came later. */
    public record Numbered(long last, long lastOfTypes) {}

    /** The same, and where the last event of these types stands after a position. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Numbered run(List<String> types, long after) {
        long last = number();
        long ofTypes = sql.first(
                        "select max(pos) from journal_feed(?, ?, ?)",
                        row -> row.getObject(1, Long.class),
                        after,
                        types,
                        Integer.MAX_VALUE)
                .orElse(after);
        return new Numbered(last, ofTypes);
    }

    /** In the caller's transaction: a call of {@link #run()} from here would begin another beside it. */
    private long number() {
        return sql.first("select journal_sequence()", row -> row.getLong(1)).orElseThrow();
    }

    @Scheduled(
            identity = "sequencer",
            every = "${lockstep.sequencer.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scheduled() {
        Acting.as(new SystemActor("sequencer", Set.of()), this::run);
    }
}
