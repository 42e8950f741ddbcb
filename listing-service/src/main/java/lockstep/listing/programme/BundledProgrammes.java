package lockstep.listing.programme;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The programmes of this instance, read and checked once as the service starts. */
@Singleton
class BundledProgrammes {
    @Produces
    @Singleton
    Programmes programmes() {
        return Programmes.bundled();
    }
}
