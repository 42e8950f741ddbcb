package lockstep.web.layout;

import java.util.Collection;
import java.util.List;

/** One choice of a form. */
public record Option(String value, String label, String hint) {

    public static Option of(String value, String label) {
        return new Option(value, label, "");
    }

    /** Choices whose labels stand in the bundles under this family of keys. */
    public static List<Option> words(String family, Collection<String> values) {
        var language = Ui.current().language();
        return values.stream()
                .map(value -> of(
                        value,
                        Messages.find(language, family + "." + value).orElse(value)))
                .toList();
    }
}
