package lockstep.evidence.intake;

import java.time.Duration;

/** Tells when what has come is to be made safe: after so many bytes, or after so long a time. */
final class Pace {
    private final long bytes;
    private final Duration time;
    private long since;
    private long at = System.nanoTime();

    Pace(IntakeSettings settings) {
        this.bytes = settings.checkpointBytes();
        this.time = settings.checkpointEvery();
    }

    boolean due(int count) {
        since += count;
        if (since < bytes && System.nanoTime() - at < time.toNanos()) {
            return false;
        }
        since = 0;
        at = System.nanoTime();
        return true;
    }
}
