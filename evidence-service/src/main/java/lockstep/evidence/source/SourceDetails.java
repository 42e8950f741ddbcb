package lockstep.evidence.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who a protected source is. It is written nowhere but sealed.
 *
 * @param identity by which the person is known
 * @param contact how to reach the person, or null
 * @param notes or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceDetails(String identity, String contact, String notes) {
    private static final int SHORTEST = 3;

    /**
     * Whether a text that is kept in plain would give the source away: it has the identity in it, or a word of that, or a word
     * with a figure of the contact (a number, an address).
     */
    boolean toldBy(String text) {
        Set<String> said = words(text).collect(Collectors.toSet());
        Stream<String> telling = Stream.concat(
                words(identity).filter(word -> word.length() >= SHORTEST),
                words(contact)
                        .filter(word -> word.length() > SHORTEST && word.chars().anyMatch(Character::isDigit)));
        return folded(text).contains(folded(identity)) || telling.anyMatch(said::contains);
    }

    private static Stream<String> words(String text) {
        return text == null
                ? Stream.empty()
                : Arrays.stream(folded(text).split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty());
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** So that no log or message ever says it. */
    @Override
    public String toString() {
        return "SourceDetails[sealed]";
    }
}
