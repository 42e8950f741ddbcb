package lockstep.listing.subject;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;

/** A name's words in plain lower-case Latin letters and digits, whatever its script. */
public final class LatinWords {
    /** Cyrillic by the rules that most sources use for Russian ("ya", "shch"), all other scripts by ICU's. */
    private static final Transliterator TO_LATIN = Transliterator.getInstance(
            "Russian-Latin/BGN; Any-Latin; Latin-ASCII; [:Nonspacing Mark:] Remove; Any-Lower");

    private LatinWords() {}

    public static List<String> of(String written) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int letter : latin(written).codePoints().toArray()) {
            if (UCharacter.isLetterOrDigit(letter)) {
                word.appendCodePoint(letter);
            } else if (letter != '.' && letter != '\'' && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }

    private static String latin(String written) {
        return TO_LATIN.transliterate(written).replace('’', '\'').replace("ʹ", "");
    }
}
