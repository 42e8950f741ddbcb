package lockstep.evidence.workbook.inside;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Columns by their letters. */
public final class Columns {
    private static final int LETTERS = 26;
    /** Of honest ones, XFD is the last. */
    private static final int MOST_LETTERS = 6;

    private Columns() {}

    /** Which one a place such as {@code AB12} is in, from 1. */
    static int of(String place) throws IOException {
        int column = 0;
        int at = 0;
        while (at < place.length() && place.charAt(at) >= 'A' && place.charAt(at) <= 'Z') {
            column = column * LETTERS + place.charAt(at++) - 'A' + 1;
            if (at > MOST_LETTERS) {
                throw new IOException("a column that there can't be");
            }
        }
        if (column == 0) {
            throw new IOException("a place without a column");
        }
        return column;
    }

    public static String name(int column) {
        StringBuilder name = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
            name.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return name.toString();
    }

    /** From one to another, as a sheet says which of its columns are hidden. */
    public record Range(int from, int to) {
        public boolean has(int column) {
            return column >= from && column <= to;
        }

        public String named() {
            return from == to ? name(from) : name(from) + "–" + name(to);
        }
    }

    /** Ranges that follow each other are one. */
    static void add(List<Range> ranges, Range one) {
        Range last = ranges.isEmpty() ? null : ranges.getLast();
        if (last != null && one.from() == last.to() + 1) {
            ranges.set(ranges.size() - 1, new Range(last.from(), one.to()));
        } else {
            ranges.add(one);
        }
    }

    static List<Range> none() {
        return new ArrayList<>();
    }
}
