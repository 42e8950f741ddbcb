package lockstep.listing.change;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import lockstep.auth.SystemActor;
import lockstep.kit.acting.Acting;
import org.jboss.logging.Logger;

/**
 * Wakes this replica's streams when the history has grown. One look a second serves all of them; it is as often as rows
 * are numbered, and unlike a notification at each commit it holds no commit up.
 */
@ApplicationScoped
public class Arrivals {
    private static final Logger LOG = Logger.getLogger(Arrivals.class);

    private final ChangeQueries changes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private long reached;
    private volatile int waiting;
    private volatile boolean ending;

    Arrivals(ChangeQueries changes) {
        this.changes = changes;
    }

    @Scheduled(
            identity = "changes",
            every = "${lockstep.changes.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scheduled() {
        if (waiting == 0) {
            return;
        }
        try {
            look();
        } catch (RuntimeException unreachable) {
            LOG.warnf("changes were not looked for: %s", unreachable.getMessage());
        }
    }

    /** Looks now; how far the history reaches. */
    public long look() {
        long now = Acting.as(new SystemActor("changes", Set.of()), changes::reached);
        lock.lock();
        try {
            reached = Math.max(reached, now);
            grown.signalAll();
            return reached;
        } finally {
            lock.unlock();
        }
    }

    /**
     * How far the history reaches, once that is beyond {@code seen}; {@code seen} itself if nothing came in that time, or whoever
     * waits has gone.
     */
    public long beyond(long seen, Duration patience, BooleanSupplier gone) throws InterruptedException {
        lock.lock();
        waiting++;
        try {
            long left = patience.toNanos();
            while (reached <= seen && !ending && !gone.getAsBoolean() && left > 0) {
                left = grown.awaitNanos(left);
            }
            return Math.max(reached, seen);
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    /** True once the service goes down: streams end, and their readers find another replica. */
    public boolean ending() {
        return ending;
    }

    /** Those who wait look whether they still should. */
    public void wake() {
        lock.lock();
        try {
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void end(@Observes ShutdownEvent shutdown) {
        ending = true;
        wake();
    }
}
