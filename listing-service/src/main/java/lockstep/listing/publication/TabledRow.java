package lockstep.listing.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One row of a list as labelled columns, in the list's order; a column without values is left out.
 *
 * @param columns label to values, as printed
 */
record TabledRow(Map<String, List<String>> columns) {

    /** The row as plain text, one line for each column. */
    String text() {
        return columns.entrySet().stream()
                .map(column -> column.getKey() + ": " + String.join("; ", column.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    static Builder build() {
        return new Builder();
    }

    static final class Builder {
        private final Map<String, List<String>> columns = new LinkedHashMap<>();

        Builder column(String label, List<String> values) {
            List<String> there = values.stream()
                    .filter(value -> value != null && !value.isBlank())
                    .toList();
            if (!there.isEmpty()) {
                columns.put(label, there);
            }
            return this;
        }

        Builder column(String label, String value) {
            return column(label, value == null ? List.of() : List.of(value));
        }

        TabledRow row() {
            return new TabledRow(columns);
        }
    }
}
