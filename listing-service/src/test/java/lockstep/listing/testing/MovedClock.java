package lockstep.listing.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The service's time in tests: the machine's, until a test moves it; whoever moves it sets it back. */
@Singleton
@Alternative
@Priority(1)
public class MovedClock implements InstantSource {
    private static volatile Duration ahead = Duration.ZERO;

    public static void to(Instant instant) {
        ahead = Duration.between(Instant.now(), instant);
    }

    public static void back() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }
}
