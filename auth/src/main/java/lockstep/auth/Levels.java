package lockstep.auth;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
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
    private final Set<String> above;

    private Levels(Map<String, Level> levels, Set<String> above) {
        this.levels = Map.copyOf(levels);
        this.above = Set.copyOf(above);
    }

    record Level(Clearance opens, int rank, String usualIn) {}

    public static Levels bundled() {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        try (InputStream file = Levels.class.getResourceAsStream("levels.yaml");
                InputStream above = Levels.class.getResourceAsStream("above-ceiling.yaml")) {
            return new Levels(
                    yaml.readValue(file, new TypeReference<>() {}), yaml.readValue(above, new TypeReference<>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** True if Lockstep may hold content at this level, e.g. {@code EU:RESTREINT_UE}. */
    public boolean known(String level) {
        return levels.containsKey(level);
    }

    /** The levels above the ceiling ({@code above-ceiling.yaml}): at these Lockstep only points to content. */
    public Set<String> above() {
        return above;
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

    /** What neither of two markings lets read: the higher level and TLP, ORCON if one has it, released only to names of both. */
    public Marking stricter(Marking one, Marking other) {
        List<String> both = one.relTo().stream().filter(other.relTo()::contains).toList();
        // By the TLP, not by the list: a list that two left empty between them lets nobody in.
        List<String> named = one.tlp() != Tlp.RED
                ? other.named()
                : other.tlp() != Tlp.RED
                        ? one.named()
                        : one.named().stream().filter(other.named()::contains).toList();
        return new Marking(
                higher(one.level(), other.level()),
                one.orcon() || other.orcon(),
                both,
                Tlp.values()[Math.min(one.tlp().ordinal(), other.tlp().ordinal())],
                named);
    }
}
