package lockstep.web.layout;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** All words of the pages, in the languages that are complete; a language that is not falls back to English. */
public final class Messages {
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

    private static final ResourceBundle.Control NO_PLATFORM_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The space that a French sign has before it, or after it where it opens a quotation: no line ends there. */
    private static final Pattern FRENCH_SIGN = Pattern.compile(" (?=[:;?!»])|(?<=«) ");

    private static final String NARROW = "\u202f";

    private Messages() {}

    /** The text of this key, or the key itself: a page with a gap is better than none. */
    public static String text(Locale language, String key, Object... values) {
        return find(language, key)
                .map(pattern -> values.length == 0 ? pattern : new MessageFormat(pattern, language).format(values))
                .orElse(key);
    }

    /** A name with what it is about. */
    public static String named(Locale language, String what, String which) {
        return text(language, "word.named", what, which);
    }

    public static Optional<String> find(Locale language, String key) {
        try {
            String text = bundle(language).getString(key);
            return Optional.of(
                    Locale.FRENCH.getLanguage().equals(language.getLanguage())
                            ? FRENCH_SIGN.matcher(text).replaceAll(NARROW)
                            : text);
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }

    /** All keys that begin so. */
    public static List<String> keys(String beginning) {
        return bundle(Locale.ENGLISH).keySet().stream()
                .filter(key -> key.startsWith(beginning))
                .toList();
    }

    static ResourceBundle bundle(Locale language) {
        // ENGLISH has no file of its own: it is the root bundle
        Locale file = Locale.ENGLISH.getLanguage().equals(language.getLanguage()) ? Locale.ROOT : language;
        return ResourceBundle.getBundle("messages", file, NO_PLATFORM_LANGUAGE);
    }
}
