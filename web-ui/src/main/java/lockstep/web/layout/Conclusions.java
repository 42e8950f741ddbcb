package lockstep.web.layout;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a round ended, where the procedure itself ended it and no person's words stand there. */
final class Conclusions {
    /** As the service gives it where a seat's reserve moves the deadline. */
    private static final Pattern RESERVE = Pattern.compile("reserve of seat (\\S+)");

    private Conclusions() {}

    /** Empty for what a person said. */
    static Optional<String> find(Locale language, String reason) {
        Matcher reserve = RESERVE.matcher(reason);
        if (reserve.matches()) {
            return Optional.of(Messages.text(language, "concluded-by.reserve", reserve.group(1)));
        }
        String word = reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return Messages.find(language, "concluded." + word);
    }
}
