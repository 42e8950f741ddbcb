package lockstep.listing.listing;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What was released against what was printed, both as {@link ReadPrint} reads them. */
public final class Comparison {
    /** Above this a comparison word by word would take long and show nothing. */
    private static final int MOST_WORDS = 3000;

    private static final Pattern WORDS = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{M}&&[^\\p{IsHan}]]+|\\p{N}+|\\X");
    private static final Pattern LETTERS = Pattern.compile("\\X");

    private final String released;
    private final String printed;
    private final List<Run> difference;

    private Comparison(String released, String printed) {
        this.released = released;
        this.printed = printed;
        this.difference = released.equals(printed) ? List.of() : between(released, printed);
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
        String read = ReadPrint.of(printed);
        return Stream.of(ColumnHeads.without(row), row.text())
                .map(text -> new Comparison(ReadPrint.of(text), read))
                .min(Comparator.comparingInt(Comparison::changed))
                .orElseThrow();
    }

    public boolean agrees() {
        return released.equals(printed);
    }

    /** The two texts in one, in order; empty where they agree. */
    public List<Run> difference() {
        return difference;
    }

    private int changed() {
        return difference.stream()
                .filter(run -> run.side() != Side.BOTH)
                .mapToInt(run -> run.text().length())
                .sum();
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
        if (closer && before.size() == 1 && after.size() == 1) {
            runs(split(LETTERS, before.getFirst()), split(LETTERS, after.getFirst()), into, false);
        } else {
            add(into, Side.RELEASED, String.join("", before));
            add(into, Side.PRINTED, String.join("", after));
        }
        before.clear();
        after.clear();
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
