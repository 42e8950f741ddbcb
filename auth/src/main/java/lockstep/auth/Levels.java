package lockstep.auth;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which clearance each level of each marking scheme asks for: policy data ({@code levels.yaml}), because the schemes
 * have no common ladder (the US has no RESTRICTED). A level that is not in the file is above the ceiling.
 */
public final class Levels {
    private static final String USUAL = "EU:LIMITE";
    private final Map<String, Level> levels;

    private Levels(Map<String, Level> levels) {
        this.levels = Map.copyOf(levels);
    }

    record Level(Clearance opens, int rank, String usualIn) {}

    public static Levels bundled() {
        try (InputStream file = Levels.class.getResourceAsStream("levels.yaml")) {
            return new Levels(new ObjectMapper(new YAMLFactory()).readValue(file, new TypeReference<>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** True if Lockstep may hold content at this level, e.g. {@code EU:RESTREINT_UE}. */
    public boolean known(String level) {
        return levels.containsKey(level);
    }

    /** What an agency of that country gives to what it marks without saying how. */
    public String usualIn(String country) {
        return levels.entrySet().stream()
                .filter(level -> country.equals(level.getValue().usualIn()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(USUAL);
    }

    public Set<String> all() {
        return levels.keySet();
    }

    /** The levels that somebody so cleared may open. */
    public Set<String> openTo(Clearance clearance) {
        return levels.entrySet().stream()
                .filter(level -> level.getValue().opens().compareTo(clearance) <= 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The one of two known levels that asks more of a reader; where both ask the same, the first. */
    public String higher(String one, String other) {
        return levels.get(one).rank() >= levels.get(other).rank() ? one : other;
    }
}
