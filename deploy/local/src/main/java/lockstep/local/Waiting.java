package lockstep.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a process to become ready, and no longer than it lives. */
final class Waiting {
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
            pause(Duration.ofMillis(100));
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
