package lockstep.web.layout;

import java.text.Collator;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** One choice of a form. */
public record Option(String value, String label, String hint) {

    public static Option of(String value, String label) {
        return new Option(value, label, "");
    }

    /** Choices whose labels stand in the bundles under this family of keys. */
    public static List<Option> words(String family, Collection<String> values) {
        var language = Ui.current().language();
        return values.stream()
                .map(value ->
                        of(value, Messages.find(language, family + "." + value).orElse(value)))
                .toList();
    }

    /** All countries by their names in the reader's language. */
    public static List<Option> countries() {
        Locale language = Ui.current().language();
        Collator order = Collator.getInstance(language);
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> of(code, Locale.of("", code).getDisplayCountry(language)))
                .sorted((a, b) -> order.compare(a.label(), b.label()))
                .toList();
    }
}
