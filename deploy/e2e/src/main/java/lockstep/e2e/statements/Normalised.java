package lockstep.e2e.statements;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Statements without the values that differ from one execution to the next, each with how often it is executed: the form
 * in which the server's statistics and a script for pgbench are compared.
 */
public record Normalised(Map<String, Long> statements) {
    private static final Pattern VALUE = Pattern.compile(
            "(?:\\be)?'(?:[^']++|'')*+'|\\$\\d+|(?<![:\\w]):[a-z]\\w*|(?<![\\w.])\\d+(?:\\.\\d+)?\\b|\\b(?:true|false|null)\\b|-- .*");
    /**
     * The server doesn't count an end that a driver has prepared. Every transaction begins with the same settings, the jobs'
     * too, so that their number tells how busy the jobs were; a transaction is told by what it asks.
     */
    private static final Set<String> FRAME = Set.of("begin", "commit");

    private static final String SETTINGS = "select set_config(";

    private static final Pattern MANY = Pattern.compile("\\( *\\?(?: *, *\\?)* *(?:/\\*, \\.\\.\\. \\*/)? *\\)");

    public Normalised {
        statements = statements.entrySet().stream()
                .filter(one -> one.getValue() > 0
                        && !FRAME.contains(one.getKey())
                        && !one.getKey().startsWith(SETTINGS))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static String text(String statement) {
        String plain = statement.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
        return MANY.matcher(VALUE.matcher(plain).replaceAll("?")).replaceAll("(?)");
    }

    static Normalised of(List<String> statements) {
        Map<String, Long> counted = new TreeMap<>();
        statements.forEach(statement -> counted.merge(text(statement), 1L, Long::sum));
        return new Normalised(counted);
    }

    /** One line for each statement that {@code other} has more or less often, empty where both are the same. */
    public String difference(Normalised other) {
        Map<String, Long> all = new TreeMap<>(statements);
        other.statements.keySet().forEach(text -> all.putIfAbsent(text, 0L));
        StringBuilder lines = new StringBuilder();
        all.forEach((text, times) -> {
            long others = other.statements.getOrDefault(text, 0L);
            if (times != others) {
                lines.append(times)
                        .append(" -> ")
                        .append(others)
                        .append(" times: ")
                        .append(text)
                        .append('\n');
            }
        });
        return lines.toString();
    }

    /** Those among them that one of {@code others} holds too, as often as they are executed here. */
    public Normalised within(Normalised... others) {
        Map<String, Long> both = new TreeMap<>(statements);
        both.keySet().removeIf(text -> Arrays.stream(others).noneMatch(other -> other.statements.containsKey(text)));
        return new Normalised(both);
    }

    public long size() {
        return statements.values().stream().mapToLong(Long::longValue).sum();
    }
}
