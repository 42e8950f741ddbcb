package lockstep.evidence.parts;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Says now and then that the work goes on; asked at every few bytes, it does so seldom. */
final class Lease implements Runnable {
    private final Duration every;
    private final BooleanSupplier renew;
    private long at = System.nanoTime();

    Lease(Duration every, BooleanSupplier renew) {
        this.every = every;
        this.renew = renew;
    }

    @Override
    public void run() {
        if (System.nanoTime() - at < every.toNanos()) {
            return;
        }
        at = System.nanoTime();
        if (!renew.getAsBoolean()) {
            throw new LeaseLost();
        }
    }
}
