package lockstep.listing.proposal;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A way as the design's tables have it, written once more as text: {@code VERB | from … | to …}, one verb a line. */
public final class Tables {
    private Tables() {}

    /** From and to of one verb. */
    public record Row<S extends Enum<S>>(Set<S> from, Set<S> to) {}

    public static <V extends Enum<V>, S extends Enum<S>> Map<V, Row<S>> read(
            String table, Class<V> verbs, Class<S> statuses) {
        Map<V, Row<S>> rows = new LinkedHashMap<>();
        table.lines().forEach(line -> {
            String[] cells = line.split("\\|");
            rows.put(
                    Enum.valueOf(verbs, cells[0].strip()),
                    new Row<>(statuses(cells[1], statuses), statuses(cells[2], statuses)));
        });
        return rows;
    }

    private static <S extends Enum<S>> Set<S> statuses(String words, Class<S> statuses) {
        return Stream.of(words.strip().split("\\s+"))
                .map(word -> Enum.valueOf(statuses, word))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(statuses)));
    }
}
