package lockstep.listing.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** The service's time in tests: the machine's, until a test sets it, and again once that test lets it go. */
@Singleton
public class MovableClock {
    private static volatile Instant set;

    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    InstantSource time() {
        return () -> set == null ? Instant.now() : set;
    }

    /** From now on it stands there, for every thread. */
    public static void set(Instant at) {
        set = at;
    }

    public static void letGo() {
        set = null;
    }
}
