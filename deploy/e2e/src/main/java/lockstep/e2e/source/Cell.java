package lockstep.e2e.source;

import java.util.ArrayList;
import java.util.List;

/** A cell of several values: separated by semicolons, and quoted where a value holds one or a quotation mark. */
final class Cell {
    private final String text;
    private int at;

    private Cell(String text) {
        this.text = text;
    }

    static List<String> values(String text) {
        Cell cell = new Cell(text);
        List<String> values = new ArrayList<>();
        while (cell.at < text.length()) {
            String value = cell.next().strip();
            if (!value.isEmpty()) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private String next() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        String value = quoted ? quoted() : "";
        int end = text.indexOf(';', at);
        String rest = text.substring(at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + 1;
        return value + rest;
    }

    /** Leaves {@code at} behind the closing quotation mark; a doubled one stands for itself. */
    private String quoted() {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) == '"') {
                if (at + 1 >= text.length() || text.charAt(at + 1) != '"') {
                    at++;
                    return value.toString();
                }
                at++;
            }
            value.append(text.charAt(at));
        }
        return value.toString();
    }
}
