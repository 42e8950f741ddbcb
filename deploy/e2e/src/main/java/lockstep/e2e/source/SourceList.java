package lockstep.e2e.source;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The rows of annex IV of Regulation (EU) No 833/2014 in a consolidated file, by date of listing and number. */
public record SourceList(String title, List<SourceRow> rows) {
    private static final Comparator<SourceRow> BY_DATE =
            Comparator.comparing(SourceRow::listed).thenComparing(SourceRow::place);

    /** Reads a file in the columns of the transcribed Official Journal. */
    public static SourceList in(Path file) {
        return of(file.getFileName().toString(), Columns.in(file));
    }

    /** 25 invented companies in the same columns, under three dates. */
    public static SourceList sample() {
        return of("the built-in sample", Columns.builtIn("sample.csv"));
    }

    /** The same entries further down the annex, as if so many stood before the first. */
    public SourceList after(int others) {
        return new SourceList(title, rows.stream().map(row -> row.after(others)).toList());
    }

    static SourceList of(String title, List<NamedCsvRecord> rows) {
        return new SourceList(
                title,
                rows.stream()
                        .filter(row -> row.getField("annex").equals("IV"))
                        .map(row -> Columns.row(row, Integer.parseInt(row.getField("recordId")), Columns.date(row)))
                        .sorted(BY_DATE)
                        .toList());
    }

    /** The dates under which the entries are listed, in order; one act each. */
    public List<LocalDate> dates() {
        return rows.stream().map(SourceRow::listed).distinct().sorted().toList();
    }

    public List<SourceRow> listedOn(LocalDate date) {
        return rows.stream().filter(row -> row.listed().equals(date)).toList();
    }
}
