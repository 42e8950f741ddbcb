package lockstep.e2e.sample;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lockstep.e2e.replay.Officials;
import lockstep.e2e.source.SourceList;
import lockstep.e2e.source.SourceRow;

/**
 * What is held against one invented company, and who proposes what about it.
 *
 * @param row its number in the built-in list, which has its names, numbers and addresses
 * @param by whose case it is
 * @param releasedTo groups that read the case, where that is more than the programme's own
 * @param invites agencies that take part in the whole case beside the one that opens it
 * @param noNativeName why no name in the country's own script is given, if none is
 */
record Dossier(
        int row,
        By by,
        List<String> releasedTo,
        List<String> invites,
        String summary,
        String noNativeName,
        List<Exhibit> exhibits,
        List<Text> proposals) {

    /** Officials of one programme. */
    enum By {
        UNION(Officials.UNION),
        ENTITY_LIST(Officials.ENTITY_LIST),
        BLOCKING(Officials.BLOCKING),
        SANCTIONS_LIST(Officials.SANCTIONS_LIST);

        private final Officials officials;

        By(Officials officials) {
            this.officials = officials;
        }

        Officials officials() {
            return officials;
        }
    }

    /** {@code key}: by which facts cite it. */
    record Exhibit(String key, String title, String sourceType, String relianceUse, String collected, String text) {}

    /** {@code alone}: a reason that stands alone. */
    record Fact(String text, List<String> cites, boolean alone) {}

    record Text(
            By by,
            String ground,
            List<String> criteria,
            Map<String, String> terms,
            List<Fact> facts,
            String conclusion) {}

    /** All dossiers of a file, by the numbers of their rows. */
    static Map<Integer, Dossier> in(String file) {
        try (InputStream yaml = Dossier.class.getResourceAsStream(file)) {
            List<Dossier> all = new ObjectMapper(new YAMLFactory()).readValue(yaml, new TypeReference<>() {});
            return all.stream().collect(Collectors.toMap(Dossier::row, Function.identity()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Officials officials() {
        return (by == null ? By.UNION : by).officials();
    }

    /** Whose the {@code n}th proposal is: those of the case, unless it says otherwise. */
    Officials officials(int n) {
        By its = proposals.get(n).by();
        return its == null ? officials() : its.officials();
    }

    /** The marking that these officials give: their own level, released to whoever reads the case. */
    Map<String, Object> marking(Officials officials) {
        return releasedTo == null
                ? officials.marking()
                : Officials.releasedTo((String) officials.marking().get("level"), releasedTo.toArray(String[]::new));
    }

    SourceRow company() {
        return SourceList.sample().rows().stream()
                .filter(candidate -> candidate.number().equals(Integer.toString(row)))
                .findFirst()
                .orElseThrow();
    }
}
