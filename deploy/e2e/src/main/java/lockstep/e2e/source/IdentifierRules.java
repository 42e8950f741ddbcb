package lockstep.e2e.source;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Of which type a printed number is and who issued it, by the committed rule for its label, country and form. */
final class IdentifierRules {
    /** What a rule says; {@code note} is null unless label and form disagree. */
    record Typed(String type, String issuer, String note) {}

    private record Rule(Pattern labels, List<String> countries, Pattern form, Typed typed) {
        boolean fits(String label, String country, String value) {
            return labels.matcher(label).matches()
                    && (countries.contains("*") || country != null && countries.contains(country))
                    && form.matcher(value).matches();
        }
    }

    private static final List<Rule> RULES = read();

    private IdentifierRules() {}

    /** Falls back to OTHER, issued by the target's country, which is null where no address tells it. */
    static Typed of(PrintedNumber number, String country) {
        String label = number.label() == null ? "-" : plain(number.label());
        return RULES.stream()
                .filter(rule -> rule.fits(label, country, number.value()))
                .findFirst()
                .map(Rule::typed)
                .orElse(new Typed("OTHER", country, null));
    }

    private static String plain(String label) {
        return label.replaceAll("[.:]", "").strip().toUpperCase(Locale.ROOT);
    }

    private static Rule rule(NamedCsvRecord row) {
        String labels = Arrays.stream(row.getField("labels").split("\\|"))
                .map(label -> Arrays.stream(label.split("\\*", -1))
                        .map(part -> part.isEmpty() ? "" : Pattern.quote(plain(part)))
                        .reduce((left, right) -> left + ".*" + right)
                        .orElse(""))
                .reduce((left, right) -> left + "|" + right)
                .orElseThrow();
        String note = row.getField("note");
        return new Rule(
                Pattern.compile(labels),
                List.of(row.getField("countries").split("\\|")),
                Pattern.compile(row.getField("form")),
                new Typed(row.getField("type"), row.getField("issuer"), note.isEmpty() ? null : note));
    }

    private static List<Rule> read() {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(new InputStreamReader(
                        IdentifierRules.class.getResourceAsStream("identifiers.csv"), StandardCharsets.UTF_8))) {
            return csv.stream().map(IdentifierRules::rule).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
