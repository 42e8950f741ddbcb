package lockstep.e2e.source;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Which country each printed address lies in, by the committed rule for its tail. */
final class Countries {
    private record Tail(String words, String country, boolean state) {}

    private static final List<Tail> TAILS = read();

    private Countries() {}

    /**
     * The country of each address in turn. A piece that names none belongs to the address that follows (the source's
     * own semicolon stands inside an address now and then), the last pieces to the one before.
     */
    static List<Optional<String>> of(List<String> addresses) {
        List<Optional<String>> countries =
                new ArrayList<>(addresses.stream().map(Countries::of).toList());
        for (int i = countries.size() - 2; i >= 0; i--) {
            if (countries.get(i).isEmpty()) {
                countries.set(i, countries.get(i + 1));
            }
        }
        for (int i = 1; i < countries.size(); i++) {
            if (countries.get(i).isEmpty()) {
                countries.set(i, countries.get(i - 1));
            }
        }
        return Collections.unmodifiableList(countries);
    }

    static Optional<String> of(String address) {
        return last(address.replace('’', '\''), true).or(() -> last(address, false));
    }

    private static Optional<String> last(String address, boolean state) {
        Tail found = null;
        int foundAt = -1;
        for (Tail tail : TAILS) {
            int at = tail.state() == state ? address.lastIndexOf(tail.words()) : -1;
            if (at > foundAt) {
                found = tail;
                foundAt = at;
            }
        }
        return Optional.ofNullable(found).map(Tail::country);
    }

    private static List<Tail> read() {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(new InputStreamReader(
                        Countries.class.getResourceAsStream("countries.csv"), StandardCharsets.UTF_8))) {
            return csv.stream()
                    .map(row -> new Tail(
                            row.getField("tail"),
                            row.getField("country"),
                            row.getField("kind").equals("state")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
