package lockstep.web.layout;

import java.util.Locale;
import java.util.Optional;

/** Why a round ended, where the procedure itself ended it and no person's words stand there. */
final class Conclusions {
    private Conclusions() {}

    /** Empty for what a person said. */
    static Optional<String> find(Locale language, String reason) {
        String word = reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return Messages.find(language, "concluded." + word);
    }
}
