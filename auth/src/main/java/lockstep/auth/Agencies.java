package lockstep.auth;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The agencies known to this instance, read once from {@code lockstep/auth/agencies.yaml}; codes are unique. */
public final class Agencies {
    private final Map<String, Agency> byCode;

    private Agencies(Map<String, Agency> byCode) {
        this.byCode = byCode;
    }

    /** As written in the file: everything but code, name and country may be left out. */
    private record Entry(
            String code,
            String name,
            String country,
            Set<String> groups,
            Clearance ceiling,
            String attachedTo,
            Boolean active) {

        Agency agency() {
            return new Agency(
                    code,
                    name,
                    country,
                    groups == null ? Set.of() : groups,
                    ceiling == null ? Clearance.NONE : ceiling,
                    attachedTo,
                    active == null || active);
        }
    }

    /** Reads the bundled file. */
    public static Agencies bundled() {
        try (InputStream file = Agencies.class.getResourceAsStream("agencies.yaml")) {
            return read(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads a list of agencies; an unknown field or a code that stands twice is an {@link IllegalArgumentException}. */
    public static Agencies read(InputStream yaml) throws IOException {
        List<Entry> entries = new ObjectMapper(new YAMLFactory())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(yaml, new TypeReference<>() {});
        Map<String, Agency> byCode = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (byCode.put(entry.code(), entry.agency()) != null) {
                throw new IllegalArgumentException("agency " + entry.code() + " stands twice");
            }
        }
        return new Agencies(byCode);
    }

    public Optional<Agency> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Collection<Agency> all() {
        return byCode.values();
    }

    /** Codes of agencies that have left. */
    public Set<String> inactive() {
        return all().stream()
                .filter(agency -> !agency.active())
                .map(Agency::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** True for a name that a marking may release to: an agency, a country or a group. */
    public boolean addressable(String name) {
        return byCode.containsKey(name)
                || all().stream()
                        .anyMatch(agency ->
                                agency.country().equals(name) || agency.groups().contains(name));
    }
}
