package lockstep.web.proposals;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lockstep.web.layout.Messages;
import lockstep.web.layout.Shown;
import lockstep.web.services.ProgrammeView;

/** One term of what is decided, as the reader reads it. */
public record ShownTerm(String label, String value) {

    /** In the programme's order; what a former version of the programme asked for comes after it. */
    static List<ShownTerm> of(ProgrammeView programme, Map<String, String> values, Locale language) {
        List<ShownTerm> shown = new ArrayList<>();
        for (ProgrammeView.Term term : programme.terms()) {
            String value = values.get(term.code());
            if (value != null) {
                shown.add(new ShownTerm(label(term, language), term.isDate() ? day(value, language) : value));
            }
        }
        values.forEach((code, value) -> {
            if (programme.terms().stream().noneMatch(term -> term.code().equals(code))) {
                shown.add(new ShownTerm(Messages.find(language, "term." + code).orElse(code), value));
            }
        });
        return shown;
    }

    static String label(ProgrammeView.Term term, Locale language) {
        return Messages.find(language, "term." + term.code()).orElse(term.label());
    }

    private static String day(String value, Locale language) {
        try {
            return Shown.day(LocalDate.parse(value), language);
        } catch (DateTimeParseException asItWas) {
            return value;
        }
    }
}
