package lockstep.web.packages;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes a whole print apart into the rows of entries whose numbers are known, so that nobody pastes a hundred and sixty texts. */
final class PrintedRows {
    private PrintedRows() {}

    /**
     * The text of each number that was found.
     *
     * @param whole the print as pasted, in which each row begins a line with its number; or CSV of number and text
     */
    static Map<String, String> of(String whole, Set<String> numbers) {
        String text = whole.replace("\uFEFF", "").replace("\r\n", "\n");
        Map<String, String> table = table(text, numbers);
        return table.isEmpty() ? lines(text, numbers) : table;
    }

    /** A table of two columns, some of whose first cells are numbers; else nothing. */
    private static Map<String, String> table(String text, Set<String> numbers) {
        String head = text.lines().findFirst().orElse("");
        char separator = head.indexOf(';') >= 0 ? ';' : ',';
        Map<String, String> rows = new HashMap<>();
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
            for (CsvRecord row : csv) {
                boolean fits = row.getFieldCount() == 2;
                if (fits && numbers.contains(row.getField(0).strip())) {
                    rows.put(row.getField(0).strip(), row.getField(1).strip());
                } else if (!fits
                        && !(row.getFieldCount() == 1 && row.getField(0).isBlank())) {
                    return Map.of();
                }
            }
            return rows;
        } catch (CsvParseException noTable) {
            return Map.of();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> lines(String text, Set<String> numbers) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        Set<String> left = new HashSet<>(numbers);
        List<String> row = new ArrayList<>();
        for (String line : text.split("\n")) {
            String number = beginning(line.strip(), left);
            if (number != null) {
                left.remove(number);
                row = rows.computeIfAbsent(number, any -> new ArrayList<>());
            }
            row.add(line);
        }
        Map<String, String> whole = new HashMap<>();
        rows.forEach((number, its) -> whole.put(number, String.join("\n", its).strip()));
        return whole;
    }

    /** The number that a line begins with, not as a part of a longer one: {@code 92} doesn't begin {@code 922. Name}. */
    private static String beginning(String line, Set<String> numbers) {
        return numbers.stream()
                .filter(number -> line.startsWith(number) && ends(line, number.length()))
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }

    private static boolean ends(String line, int at) {
        return at == line.length() || !Character.isLetterOrDigit(line.charAt(at));
    }
}
