package lockstep.listing.listing;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What was released against what was printed, both as {@link ReadPrint} reads them. */
public final class Comparison {
    /** Above these a comparison part by part would take long and show nothing. */
    private static final int MOST_WORDS = 1000;

    private static final int MOST_LETTERS = 200;

    private static final Pattern WORDS = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{M}&&[^\\p{IsHan}]]+|\\p{N}+|\\X");
    private static final Pattern LETTERS = Pattern.compile("\\X");

    /** The released row with the heads of its columns and without. */
    private final List<String> readings;

    private final String printed;

    private Comparison(List<String> readings, String printed) {
        this.readings = readings;
        this.printed = printed;
    }

    /** In which of the two a run of text stands. */
    public enum Side {
        BOTH,
        RELEASED,
        PRINTED
    }

    public record Run(Side side, String text) {}

    /** {@code printed}: as pasted, with the heads of the columns or without. */
    public static Comparison of(Listing.Output row, String printed) {
        List<String> readings = Stream.of(ColumnHeads.without(row), row.text())
                .map(ReadPrint::of)
                .distinct()
                .toList();
        return new Comparison(readings, ReadPrint.of(printed));
    }

    public boolean agrees() {
        return readings.contains(printed);
    }

    /** The two texts in one, in order; empty where they agree. */
    public List<Run> difference() {
        if (agrees()) {
            return List.of();
        }
        List<String> theirs = split(WORDS, printed);
        String nearest = readings.stream()
                .min(Comparator.comparingInt(text -> unlike(split(WORDS, text), theirs)))
                .orElseThrow();
        return between(nearest, printed);
    }

    /** How many words one of the two has more often than the other, wherever they stand. */
    private static int unlike(List<String> ours, List<String> theirs) {
        Map<String, Integer> more = new HashMap<>();
        ours.forEach(word -> more.merge(word, 1, Integer::sum));
        theirs.forEach(word -> more.merge(word, -1, Integer::sum));
        return more.values().stream().mapToInt(Math::abs).sum();
    }

    private static List<Run> between(String released, String printed) {
        List<String> ours = split(WORDS, released);
        List<String> theirs = split(WORDS, printed);
        List<Run> runs = new ArrayList<>();
        if (ours.size() > MOST_WORDS || theirs.size() > MOST_WORDS) {
            add(runs, Side.RELEASED, released);
            add(runs, Side.PRINTED, printed);
        } else {
            runs(ours, theirs, runs, true);
        }
        return runs;
    }

    /** {@code closer}: a word that became another one is shown letter by letter. */
    private static void runs(List<String> ours, List<String> theirs, List<Run> into, boolean closer) {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(ours, theirs, new MyersDiffWithLinearSpace<>(), null, true)
                .getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                changed(before, after, into, closer);
                add(into, Side.BOTH, String.join("", delta.getSource().getLines()));
            } else {
                before.addAll(delta.getSource().getLines());
                after.addAll(delta.getTarget().getLines());
            }
        }
        changed(before, after, into, closer);
    }

    private static void changed(List<String> before, List<String> after, List<Run> into, boolean closer) {
        if (closer && before.size() == 1 && after.size() == 1 && isShort(before) && isShort(after)) {
            runs(split(LETTERS, before.getFirst()), split(LETTERS, after.getFirst()), into, false);
        } else {
            add(into, Side.RELEASED, String.join("", before));
            add(into, Side.PRINTED, String.join("", after));
        }
        before.clear();
        after.clear();
    }

    private static boolean isShort(List<String> word) {
        return word.getFirst().length() <= MOST_LETTERS;
    }

    private static void add(List<Run> runs, Side side, String text) {
        if (text.isEmpty()) {
            return;
        }
        boolean on = !runs.isEmpty() && runs.getLast().side() == side;
        String before = on ? runs.removeLast().text() : "";
        runs.add(new Run(side, before + text));
    }

    private static List<String> split(Pattern parts, String text) {
        return parts.matcher(text).results().map(part -> part.group()).toList();
    }
}
