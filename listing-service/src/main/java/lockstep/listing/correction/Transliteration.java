package lockstep.listing.correction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The bound of another transliteration: as many words, a quarter of the letters and three of one word at most, and the
 * same consonants as far as transliterations tell them apart. Which letters stand for one sound differs between systems
 * (kh and h, zh and z, dzh and j), so those count as one; the numbers are this project's choice, no legal rule.
 */
final class Transliteration {
    private static final int OF_ONE_WORD = 3;
    private static final int ONE_IN = 4;
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");
    private static final Pattern ONE_SOUND = Pattern.compile("dzh|dsch|dj|tsch|tch|kh|gh|sh|zh|ch|ts|tz");

    private Transliteration() {}

    /** Null within the bound. */
    static Bound exceeded(String before, String after) {
        if (!Letters.latin(before) || !Letters.latin(after)) {
            return Bound.NOT_LATIN;
        }
        if (!Punctuation.figures(before).equals(Punctuation.figures(after))) {
            return Bound.FIGURES_DIFFER;
        }
        if (!between(before).equals(between(after))) {
            return Bound.WORDS_DIFFER;
        }
        return words(words(before), words(after));
    }

    private static Bound words(List<String> before, List<String> after) {
        int letters = 0;
        int changed = 0;
        Bound worst = null;
        for (int i = 0; i < before.size(); i++) {
            int distance = LevenshteinDistance.getDefaultInstance().apply(before.get(i), after.get(i));
            if (distance > 0 && Collections.disjoint(consonants(before.get(i)), consonants(after.get(i)))) {
                return Bound.ANOTHER_WORD;
            }
            worst = distance > OF_ONE_WORD ? Bound.TOO_FAR : worst;
            letters += before.get(i).length();
            changed += distance;
        }
        return changed * ONE_IN > letters ? Bound.TOO_FAR : worst;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String between(String text) {
        return WORD.matcher(text).replaceAll("\u0000");
    }

    /** The word's consonants by sound: h may be mute, j may be a vowel, so there are up to four readings. */
    static Set<String> consonants(String word) {
        String plain =
                Letters.plain(word).toLowerCase(Locale.ROOT).replace("ph", "f").replace("th", "t");
        String sounds = ONE_SOUND.matcher(plain).replaceAll("s");
        Set<String> readings = new HashSet<>();
        for (String h : List.of("s", "")) {
            for (String j : List.of("s", "i")) {
                readings.add(skeleton(sounds.replace("h", h).replace("j", j)));
            }
        }
        return readings;
    }

    private static String skeleton(String sounds) {
        List<Character> kept = new ArrayList<>();
        char before = 'a';
        for (char letter : sounds.toCharArray()) {
            char sound = sound(letter);
            if (sound != 'a' && sound != before) {
                kept.add(sound);
            }
            before = sound;
        }
        StringBuilder all = new StringBuilder();
        kept.forEach(all::append);
        return all.toString();
    }

    private static char sound(char letter) {
        return switch (letter) {
            case 'a', 'e', 'i', 'o', 'u', 'y' -> 'a';
            case 'c', 'g', 'k', 'q', 's', 'x', 'z' -> 's';
            case 'b', 'p' -> 'p';
            case 'd', 't' -> 't';
            case 'f', 'v', 'w' -> 'f';
            default -> letter;
        };
    }
}
