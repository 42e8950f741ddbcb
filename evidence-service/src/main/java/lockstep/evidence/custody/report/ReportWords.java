package lockstep.evidence.custody.report;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import lockstep.auth.Agencies;
import lockstep.auth.Agency;
import lockstep.auth.Marking;
import lockstep.evidence.custody.MarkedCopies;

/** What a report says, in one of its two languages. */
final class ReportWords {
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);
    private static final Agencies AGENCIES = Agencies.bundled();
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'");

    private final ResourceBundle bundle;

    ReportWords(Locale language) {
        bundle = ResourceBundle.getBundle(
                "custody-report",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String of(String key, Object... values) {
        return MessageFormat.format(bundle.getString(key), values);
    }

    /** Of a word that may be newer than this bundle: then the word itself. */
    String find(String family, String word) {
        String key = family + "." + word;
        return bundle.containsKey(key) ? bundle.getString(key) : word;
    }

    /** Why something was refused, by its code; the sentence itself in English, and where a code is newer than this bundle. */
    String refusal(String code, String sentence) {
        String key = "refusal." + code;
        return bundle.containsKey(key) ? bundle.getString(key) : sentence;
    }

    String when(Instant at) {
        return MOMENT.format(at.atZone(ZoneOffset.UTC));
    }

    String agency(String code) {
        return code == null ? "" : AGENCIES.find(code).map(Agency::name).orElse(code);
    }

    String marking(Marking marking) {
        return MarkedCopies.line(marking) + (marking.relTo().isEmpty() ? " · " + of("originator-only") : "");
    }
}
