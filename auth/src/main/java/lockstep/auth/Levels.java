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
    private final Map<String, Clearance> needed;

    private Levels(Map<String, Clearance> needed) {
        this.needed = Map.copyOf(needed);
    }

    public static Levels bundled() {
        try (InputStream file = Levels.class.getResourceAsStream("levels.yaml")) {
            return new Levels(new ObjectMapper(new YAMLFactory()).readValue(file, new TypeReference<>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** True if Lockstep may hold content at this level, e.g. {@code EU:RESTREINT_UE}. */
    public boolean known(String level) {
        return needed.containsKey(level);
    }

    public Set<String> all() {
        return needed.keySet();
    }

    /** The levels that somebody so cleared may open. */
    public Set<String> openTo(Clearance clearance) {
        return needed.entrySet().stream()
                .filter(level -> level.getValue().compareTo(clearance) <= 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
