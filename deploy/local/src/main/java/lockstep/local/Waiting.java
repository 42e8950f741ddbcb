package lockstep.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a process to become ready, and no longer than it lives. */
final class Waiting {
    /** A process that dies is noticed at once, so patience costs only those who run on a very busy machine. */
    static final Duration LONG = Duration.ofMinutes(5);

    private Waiting() {}

    static void until(Child child, String name, Duration limit, BooleanSupplier ready) {
        long end = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!child.alive()) {
                throw child.gone();
            }
            if (System.nanoTime() > end) {
                throw new CannotStart(name + " was not ready within " + limit.toSeconds() + " s (" + child.log() + ")");
            }
            pause(Duration.ofMillis(200));
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted", stopped);
        }
    }
}
