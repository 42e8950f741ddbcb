package lockstep.e2e.source;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one act adds to and changes in the annexes of Regulation (EU) No 833/2014: the rows of an amendment file.
 *
 * @param date the act's: the latest date of listing that its rows of Annex IV print
 * @param added new entries of the annexes that Lockstep has a programme for, in the file's order
 * @param amended entries of Annex IV that were listed by an earlier act
 * @param others how many rows each other annex has
 */
public record AmendingAct(
        String celex, LocalDate date, List<SourceRow> added, List<Amended> amended, SortedMap<String, Integer> others) {
    private static final String REGULATION = "32014R0833";
    private static final String EXPORTS = "IV";
    private static final String TRANSACTIONS = "XLV.A";
    private static final Set<String> ANNEXES = Set.of(EXPORTS, TRANSACTIONS);
    private static final Pattern CELEX = Pattern.compile("3([0-9]{4})R([0-9]{4})");

    /** An entry before the act and after it. */
    public record Amended(SourceRow former, SourceRow now) {}

    /** True if the file is of that kind, and no consolidated one. */
    public static boolean isIn(Path file) {
        return Columns.in(file).stream().findFirst().stream()
                .anyMatch(row -> row.getHeader().contains("amendmentCelex"));
    }

    /**
     * Reads an amendment file; the former text of what it changes from the folder of consolidated files beside its own.
     * Fails, naming the entry, where that text isn't there.
     */
    public static AmendingAct in(Path file) {
        Path consolidated = file.toAbsolutePath()
                .normalize()
                .getParent()
                .resolveSibling("consolidated")
                .resolve(REGULATION + ".csv");
        return of(
                Columns.in(file),
                () -> Files.isReadable(consolidated)
                        ? SourceList.in(consolidated)
                        : new SourceList(consolidated.toString(), List.of()));
    }

    /** An invented act in the same columns: six entries added and one changed in Annex IV, three in Annex XLV. */
    public static AmendingAct sample() {
        return of(
                Columns.builtIn("act.csv"),
                () -> SourceList.of("the built-in former text", Columns.builtIn("act-former.csv")));
    }

    private static AmendingAct of(List<NamedCsvRecord> rows, Supplier<SourceList> formerText) {
        LocalDate date = rows.stream()
                .filter(row -> ours(row) && row.getField("annex").equals(EXPORTS))
                .map(Columns::date)
                .max(LocalDate::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("no entry of Annex IV to Regulation (EU) No 833/2014"));
        List<SourceRow> added = new ArrayList<>();
        List<Amended> amended = new ArrayList<>();
        SortedMap<String, Integer> others = new TreeMap<>();
        SortedMap<String, Integer> places = new TreeMap<>();
        for (NamedCsvRecord row : rows) {
            String annex = row.getField("annex");
            if (!ours(row)) {
                others.merge(annex, 1, Integer::sum);
            } else {
                SourceRow its = read(row, places.merge(annex, 1, Integer::sum), date);
                if (its.listed().isBefore(date)) {
                    amended.add(new Amended(former(its, formerText.get()), its));
                } else {
                    added.add(its);
                }
            }
        }
        String celex = rows.getFirst().getField("amendmentCelex");
        return new AmendingAct(celex, date, List.copyOf(added), List.copyOf(amended), others);
    }

    private static boolean ours(NamedCsvRecord row) {
        return row.getField("amendedCelex").equals(REGULATION) && ANNEXES.contains(row.getField("annex"));
    }

    private static SourceRow read(NamedCsvRecord row, int place, LocalDate date) {
        return row.getField("annex").equals(EXPORTS)
                ? Columns.row(row, Integer.parseInt(row.getField("recordId")), Columns.date(row))
                : Columns.row(row, place, date);
    }

    private static SourceRow former(SourceRow now, SourceList list) {
        return list.rows().stream()
                .filter(row -> row.number().equals(now.number()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("the former text of entry " + now + " is not in " + list.title()));
    }

    /** The new entries of Annex IV. */
    public List<SourceRow> addedExports() {
        return added.stream().filter(row -> row.annex().equals(EXPORTS)).toList();
    }

    /** The new entries of Annex XLV, Part A. */
    public List<SourceRow> addedTransactions() {
        return added.stream().filter(row -> row.annex().equals(TRANSACTIONS)).toList();
    }

    /** All entries that the act adds or changes in those annexes. */
    public int entries() {
        return added.size() + amended.size();
    }

    /** The regulation's number in its year. */
    public int number() {
        Matcher its = CELEX.matcher(celex);
        if (!its.matches()) {
            throw new IllegalArgumentException(celex + " is no regulation");
        }
        return Integer.parseInt(its.group(2));
    }
}
