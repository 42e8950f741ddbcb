package lockstep.web.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every programme that is there as data has its words: its short name, what it brings about, and its terms. */
class ProgrammeWordsTest {
    private static final Path PROGRAMMES = Path.of("../listing-service/src/main/resources/programmes.yaml");

    @Test
    void each_programme_and_each_of_its_terms_has_words_in_each_language() throws IOException {
        List<String> missing = new ArrayList<>();
        int programmes = 0;
        for (JsonNode its : new YAMLMapper().readTree(PROGRAMMES.toFile())) {
            List<String> wanted = new ArrayList<>();
            if (its.has("code")) {
                programmes++;
                wanted.add("programme." + its.get("code").asText());
                wanted.add("programme-effect." + its.get("code").asText());
            }
            its.path("terms")
                    .forEach(term -> wanted.add("term." + term.get("code").asText()));
            for (Locale language : Messages.LANGUAGES) {
                wanted.stream()
                        .filter(key -> Messages.find(language, key).isEmpty())
                        .forEach(key -> missing.add(language + " " + key));
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(programmes >= 11, programmes + " programmes");
    }

    @Test
    void a_french_sign_never_begins_a_line() {
        assertEquals("«\u202fx\u202f»", Messages.text(Locale.FRENCH, "word.quote", "x"));
        assertEquals("A\u202f: b", Messages.named(Locale.FRENCH, "A", "b"));
        assertEquals("“x”", Messages.text(Locale.ENGLISH, "word.quote", "x"));
        assertEquals("A: b", Messages.named(Locale.ENGLISH, "A", "b"));
    }
}
