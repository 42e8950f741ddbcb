package lockstep.kit.acting;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service's time: the machine's, in trials shifted by {@code lockstep.clock.offset}. */
@Singleton
class Clock {
    @Produces
    @Singleton
    InstantSource time(@ConfigProperty(name = "lockstep.clock.offset", defaultValue = "PT0S") Duration offset) {
        return offset.isZero() ? InstantSource.system() : () -> Instant.now().plus(offset);
    }
}
