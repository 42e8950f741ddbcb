package lockstep.kit.journal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** UUIDs of version 7 (RFC 9562): those of one process rise, also within a millisecond. */
final class EventIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int STEPS = 1 << 12;
    private long lastMillis;
    private int step;

    synchronized UUID next(Instant now) {
        long millis = now.toEpochMilli();
        if (millis > lastMillis) {
            lastMillis = millis;
            step = RANDOM.nextInt(STEPS / 2);
        } else if (++step == STEPS) {
            lastMillis++;
            step = 0;
        }
        return new UUID(lastMillis << 16 | 0x7000L | step, RANDOM.nextLong() >>> 2 | 1L << 63);
    }
}
