package lockstep.evidence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lockstep.auth.Actor;
import lockstep.evidence.exhibit.ExhibitRefused;
import lockstep.evidence.exhibit.ExhibitRefused.Reason;

/**
 * How many bodies this replica takes in at a time: each of them holds some megabytes until they are sealed, however slowly
 * its sender is. Whoever comes then waits unread, and nobody takes more than half of the places.
 */
@ApplicationScoped
public class Room {
    /** Two pieces, one that is sealed, and what is gathered on the connection. */
    private static final long EACH = 4L << 20;

    private final Semaphore all;
    private final int ofOne;
    private final IntakeSettings settings;
    private final Map<String, Semaphore> own = new ConcurrentHashMap<>();

    Room(IntakeSettings settings) {
        int places = settings.atOnce().orElseGet(Room::heapBears);
        this.all = new Semaphore(places);
        this.ofOne = Math.max(1, places / 2);
        this.settings = settings;
    }

    /** Half of the heap is everything else's. */
    private static int heapBears() {
        return (int) Math.max(2, Runtime.getRuntime().maxMemory() / 2 / EACH);
    }

    /** Reads a body, once there is a place for it. */
    public <T> T take(Actor by, Supplier<T> body) {
        Semaphore his = own.computeIfAbsent(by.sub(), _ -> new Semaphore(ofOne));
        return within(his, () -> within(all, body));
    }

    private <T> T within(Semaphore places, Supplier<T> body) {
        try {
            if (!places.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ExhibitRefused(Reason.INTAKE_BUSY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ExhibitRefused(Reason.INTAKE_BUSY);
        }
        try {
            return body.get();
        } finally {
            places.release();
        }
    }
}
