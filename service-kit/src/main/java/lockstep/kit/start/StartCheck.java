package lockstep.kit.start;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What must hold before a service starts: its secrets are there, and its clock is the machine's unless this is a trial.
 * Runs before anything else, so that the first thing to fail says why in one line.
 */
public final class StartCheck {
    private static final Set<String> TRIALS = Set.of("local", "dev", "test");
    private static final Set<String> WITHOUT_SECRETS = Set.of("dev", "test");
    private static final List<String> ALWAYS = List.of(
            "LOCKSTEP_DB_APP_PASSWORD", "LOCKSTEP_DB_OWNER_PASSWORD", "LOCKSTEP_CLIENT_SECRET", "LOCKSTEP_ISSUER");

    private StartCheck() {}

    /**
     * One line that says why this service must not start; empty if it may.
     *
     * @param profiles active ones, separated by commas
     * @param added names of further variables that the service needs; of those with a bar between them one is enough
     * @param environment gives a variable's value, or null
     */
    public static Optional<String> refusal(String profiles, List<String> added, Function<String, String> environment) {
        Set<String> active = Set.copyOf(Arrays.asList(profiles.split(",")));
        List<String> wrong = new ArrayList<>();
        if (disjoint(active, WITHOUT_SECRETS)) {
            Stream.concat(ALWAYS.stream(), added.stream())
                    .filter(names ->
                            Arrays.stream(names.split("\\|")).map(environment).allMatch(StartCheck::blank))
                    .forEach(names -> wrong.add(names.replace("|", " or ") + " is not set"));
        }
        if (disjoint(active, TRIALS)) {
            clockShift(environment.apply("LOCKSTEP_CLOCK_OFFSET")).ifPresent(wrong::add);
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of("Not started: " + String.join("; ", wrong) + ".");
    }

    private static Optional<String> clockShift(String offset) {
        try {
            return blank(offset) || Duration.parse(offset).isZero()
                    ? Optional.empty()
                    : Optional.of("LOCKSTEP_CLOCK_OFFSET shifts the clock outside a trial");
        } catch (DateTimeParseException noDuration) {
            return Optional.of("LOCKSTEP_CLOCK_OFFSET is no ISO 8601 duration");
        }
    }

    private static boolean disjoint(Set<String> active, Set<String> others) {
        return active.stream().map(String::strip).noneMatch(others::contains);
    }

    private static boolean blank(String value) {
        return value == null || value.isBlank();
    }
}
