package lockstep.web.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages are complete, and no template speaks by itself. */
class MessagesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern KEY =
            Pattern.compile("(?<![a-z])t:([a-z][A-Za-z0-9-]*(?:\\.[A-Za-z][A-Za-z0-9_-]*)+)(\\()?");
    /** Names, signs and words that are the same in every language. */
    private static final Set<String> SAME_EVERYWHERE =
            Set.of("Lockstep", "English", "Français", "SHA-256", "GO", "HOLD", "ORCON", "hint", "fault");

    @Test
    void both_languages_have_the_same_keys() {
        assertEquals(keys(Locale.ENGLISH), keys(Locale.FRENCH));
    }

    @Test
    void no_key_stands_twice_where_the_later_text_would_win_unseen() throws IOException {
        for (String bundle : List.of("messages.properties", "messages_fr.properties")) {
            Set<String> seen = new TreeSet<>();
            List<String> twice = Files.readAllLines(TEMPLATES.resolveSibling(bundle)).stream()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .filter(key -> !seen.add(key))
                    .toList();
            assertEquals(List.of(), twice, bundle);
        }
    }

    @Test
    void a_text_has_the_same_places_in_both_languages() {
        for (String key : keys(Locale.ENGLISH)) {
            assertEquals(
                    new MessageFormat(text(Locale.ENGLISH, key)).getFormatsByArgumentIndex().length,
                    new MessageFormat(text(Locale.FRENCH, key)).getFormatsByArgumentIndex().length,
                    key);
        }
    }

    @Test
    void no_text_has_a_straight_apostrophe_that_a_pattern_would_swallow() {
        for (Locale language : Messages.LANGUAGES) {
            keys(language).forEach(key -> assertTrue(!text(language, key).contains("'"), language + " " + key));
        }
    }

    @Test
    void every_key_that_a_template_names_has_a_text() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path template : templates()) {
            Matcher named = KEY.matcher(Files.readString(template));
            while (named.find()) {
                String key = named.group(1);
                if (named.group(2) != null) {
                    // the last part is a method: of(…) names a family, with(…) fills a text
                    String method = key.substring(key.lastIndexOf('.') + 1);
                    key = key.substring(0, key.lastIndexOf('.'));
                    String family = key + ".";
                    boolean known = "of".equals(method)
                            ? keys(Locale.ENGLISH).stream().anyMatch(one -> one.startsWith(family))
                            : keys(Locale.ENGLISH).contains(key);
                    if (!known) {
                        missing.add(template.getFileName() + ": " + key);
                    }
                } else if (!keys(Locale.ENGLISH).contains(key)) {
                    missing.add(template.getFileName() + ": " + key);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void no_template_has_words_of_its_own() throws IOException {
        List<String> hard = new ArrayList<>();
        for (Path template : templates()) {
            String text = Files.readString(template)
                    .replaceAll("<meta[^>]*>", "")
                    .replaceAll("\\{[^{}]*}", " ")
                    .replaceAll("<[^>]*>", " ")
                    .replaceAll("&[a-z]+;", " ");
            for (String word : text.split("[^\\p{L}0-9-]+")) {
                if (word.matches(".*\\p{L}{3,}.*") && !SAME_EVERYWHERE.contains(word)) {
                    hard.add(template.getFileName() + ": " + word);
                }
            }
        }
        assertEquals(List.of(), hard);
    }

    @Test
    void the_error_pages_have_their_texts() {
        for (String key : ErrorPages.KEYS) {
            assertTrue(keys(Locale.ENGLISH).contains("error-title." + key), key);
            assertTrue(keys(Locale.ENGLISH).contains("error-text." + key), key);
        }
    }

    private static Set<String> keys(Locale language) {
        return new TreeSet<>(Messages.bundle(language).keySet().stream()
                .filter(key -> language == Locale.ENGLISH
                        || !Messages.bundle(language).getString(key).isEmpty())
                .filter(key -> language == Locale.ENGLISH || own(language).contains(key))
                .toList());
    }

    /** The bundle's own keys, without those that it takes over from its parent. */
    private static Set<String> own(Locale language) {
        Properties file = new Properties();
        try (var in = Files.newBufferedReader(
                Path.of("src/main/resources/messages_" + language.getLanguage() + ".properties"))) {
            file.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return file.stringPropertyNames();
    }

    private static String text(Locale language, String key) {
        return Messages.find(language, key).orElseThrow();
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }
}
