package lockstep.evidence.custody;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RateTest {
    @Test
    void so_many_bytes_take_so_long_and_meanwhile_it_says_that_it_is_at_it() throws Exception {
        AtomicInteger beats = new AtomicInteger();
        long since = System.nanoTime();
        try (OutputStream rate = new Rate(1_000_000, Duration.ofMillis(50), beats::incrementAndGet)) {
            for (int n = 0; n < 40; n++) {
                rate.write(new byte[10_000], 0, 10_000);
            }
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - since);
        assertTrue(taken.toMillis() >= 390, "took " + taken);
        assertTrue(beats.get() >= 3, "beats " + beats);
    }
}
