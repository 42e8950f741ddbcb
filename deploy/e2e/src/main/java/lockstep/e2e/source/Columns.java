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
import java.util.List;

/** Rows in the columns of the transcribed Official Journal, as they stand in the file. */
final class Columns {
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("d.M.uuuu");

    private Columns() {}

    static List<NamedCsvRecord> in(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return in(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A list that is built in; beside this class. */
    static List<NamedCsvRecord> builtIn(String name) {
        try (Reader reader = new InputStreamReader(Columns.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            return in(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<NamedCsvRecord> in(Reader reader) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return csv.stream().toList();
        }
    }

    static LocalDate date(NamedCsvRecord row) {
        return date(row.getField("startDate"));
    }

    static LocalDate date(String printed) {
        return LocalDate.parse(printed, PRINTED);
    }

    static SourceRow row(NamedCsvRecord row, int place, LocalDate listed) {
        return new SourceRow(
                row.getField("annex"),
                row.getField("recordId"),
                place,
                listed,
                row.getField("startDate"),
                row.getField("name"),
                Cell.values(row.getField("alias")),
                Cell.values(row.getField("registrationNumber")),
                Cell.values(row.getField("swiftBic")),
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
}
