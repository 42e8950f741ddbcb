package lockstep.e2e.source;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/** The rows of annex IV of Regulation (EU) No 833/2014 in a consolidated file, by date of listing and number. */
public record SourceList(String title, List<SourceRow> rows) {
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("d.M.uuuu");
    private static final Comparator<SourceRow> BY_DATE =
            Comparator.comparing(SourceRow::listed).thenComparing(row -> Integer.parseInt(row.number()));

    /** Reads a file in the columns of the transcribed Official Journal. */
    public static SourceList in(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(file.getFileName().toString(), reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** 25 invented companies in the same columns, under three dates. */
    public static SourceList sample() {
        try (Reader reader =
                new InputStreamReader(SourceList.class.getResourceAsStream("sample.csv"), StandardCharsets.UTF_8)) {
            return read("the built-in sample", reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SourceList read(String title, Reader reader) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return new SourceList(
                    title,
                    csv.stream()
                            .filter(row -> row.getField("annex").equals("IV"))
                            .map(SourceList::row)
                            .sorted(BY_DATE)
                            .toList());
        }
    }

    private static SourceRow row(NamedCsvRecord row) {
        String printedDate = row.getField("startDate");
        return new SourceRow(
                row.getField("recordId"),
                LocalDate.parse(printedDate, PRINTED),
                printedDate,
                row.getField("name"),
                Cell.values(row.getField("alias")),
                Cell.values(row.getField("registrationNumber")),
                Cell.values(row.getField("address")),
                Cell.values(row.getField("phone")),
                Cell.values(row.getField("email")),
                Cell.values(row.getField("website")),
                line(row));
    }

    private static String line(NamedCsvRecord row) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(row.getHeader());
            csv.writeRecord(row.getFields());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** The dates under which the entries are listed, in order; one act each. */
    public List<LocalDate> dates() {
        return rows.stream().map(SourceRow::listed).distinct().sorted().toList();
    }

    public List<SourceRow> listedOn(LocalDate date) {
        return rows.stream().filter(row -> row.listed().equals(date)).toList();
    }
}
