package lockstep.kit.acting;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import lockstep.auth.Agencies;
import lockstep.auth.Levels;
import lockstep.auth.Tokens;

/** The bundled policy data, read once. */
@Singleton
class Catalogues {
    @Produces
    @Singleton
    Agencies agencies() {
        return Agencies.bundled();
    }

    @Produces
    @Singleton
    Levels levels() {
        return Levels.bundled();
    }

    @Produces
    @Singleton
    Tokens tokens(Agencies agencies, Levels levels) {
        return new Tokens(agencies, levels);
    }
}
