package lockstep.listing.correction;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lockstep.listing.subject.LatinWords;
import lockstep.listing.subject.Script;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The bound of another transliteration: as many words, and each word that changes begins with the same sound and has the
 * same consonants as far as transliterations tell them apart ({@link Sounds}); of three sounds at most one differs, and
 * three letters at most. Where the target's own name is written in an alphabet with vowels, the word must also be one that
 * renders a word of it: Dune and Done have the same consonants, but one of them only is Дюна. Han, Arabic and others don't
 * say how they are read, so there the bound between the two spellings is all. The numbers are this project's choice.
 */
final class Transliteration {
    private static final int OF_ONE_WORD = 3;
    private static final List<String> WITH_VOWELS = List.of("Cyrl", "Grek", "Geor", "Armn");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");

    private Transliteration() {}

    /** Null within the bound; {@code nativeName} null: none is known, and so nothing that could be rendered otherwise. */
    static Bound exceeded(String before, String after, String nativeName) {
        if (nativeName == null) {
            return Bound.NO_NATIVE_NAME;
        }
        if (!Letters.latin(before) || !Letters.latin(after)) {
            return Bound.NOT_LATIN;
        }
        if (!Punctuation.figures(before).equals(Punctuation.figures(after))) {
            return Bound.FIGURES_DIFFER;
        }
        if (!between(before).equals(between(after))) {
            return Bound.WORDS_DIFFER;
        }
        List<String> old = words(before);
        List<String> now = words(after);
        for (int i = 0; i < old.size(); i++) {
            Bound exceeded = old.get(i).equals(now.get(i)) ? null : word(old.get(i), now.get(i), nativeName);
            if (exceeded != null) {
                return exceeded;
            }
        }
        return null;
    }

    private static Bound word(String before, String after, String nativeName) {
        if (!some(before, after, Sounds::sameWord)) {
            return Bound.ANOTHER_WORD;
        }
        if (LevenshteinDistance.getDefaultInstance().apply(before, after) > OF_ONE_WORD
                || !some(before, after, (one, other) -> one.sameWord(other) && one.near(other))) {
            return Bound.TOO_FAR;
        }
        return readable(nativeName) && !renders(after, nativeName) ? Bound.NOT_OF_NATIVE_NAME : null;
    }

    private static boolean readable(String nativeName) {
        return WITH_VOWELS.stream().anyMatch(script -> Script.writes(script, nativeName));
    }

    private static boolean renders(String word, String nativeName) {
        return LatinWords.of(nativeName).stream()
                .anyMatch(its -> some(its, word, (one, other) -> one.sameWord(other) && one.near(other)));
    }

    private static boolean some(String one, String other, BiPredicate<Sounds, Sounds> so) {
        return Sounds.of(one).stream()
                .anyMatch(first -> Sounds.of(other).stream().anyMatch(its -> so.test(first, its)));
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String between(String text) {
        return WORD.matcher(text).replaceAll("\u0000");
    }
}
