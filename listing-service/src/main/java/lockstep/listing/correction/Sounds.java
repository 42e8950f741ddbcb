package lockstep.listing.correction;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * How a word of Latin letters may sound, roughly: what one system of transliteration writes so and another otherwise is
 * one sound (zh, j and dzh; kh and h; ks and x; y, j and i). Vowels are a e i o u.
 *
 * @param many how many sounds, but not more than the word has letters
 */
record Sounds(String all, int many) {
    private static final List<String[]> DIGRAPHS = List.of(
            new String[] {"shch|sch|sh|hs", "s"},
            new String[] {"dsch|tsch|tch|dzh|dj|zh|ch|ts|tz", "z"},
            new String[] {"kh", "h"},
            new String[] {"gh", "g"},
            new String[] {"ph", "f"},
            new String[] {"th", "t"},
            new String[] {"dh", "d"},
            new String[] {"w", "v"},
            new String[] {"y", "i"});
    /** Letters that systems use for different sounds: h may be mute, j a vowel. */
    private static final List<String[]> EITHER = List.of(
            new String[] {"h", "h", ""},
            new String[] {"j", "z", "i"},
            new String[] {"x", "ks", "s"},
            new String[] {"c", "k", "z"},
            new String[] {"q", "k", "z"});

    private static final Pattern TWICE = Pattern.compile("(.)\\1+");
    private static final Pattern VOWELS = Pattern.compile("[aeiou]");

    /** Every reading of a word. */
    static Set<Sounds> of(String word) {
        String plain = Letters.plain(word).toLowerCase(Locale.ROOT);
        for (String[] one : DIGRAPHS) {
            plain = plain.replaceAll(one[0], one[1]);
        }
        Set<String> readings = Set.of(plain);
        for (String[] letter : EITHER) {
            Set<String> more = new HashSet<>();
            for (String reading : readings) {
                more.add(reading.replace(letter[0], letter[1]));
                more.add(reading.replace(letter[0], letter[2]));
            }
            readings = more;
        }
        Set<Sounds> sounds = new HashSet<>();
        readings.forEach(reading ->
                sounds.add(new Sounds(once(reading), Math.min(once(reading).length(), word.length()))));
        return sounds;
    }

    /** The first sound and every consonant are the same; voiced or not is told apart in front alone. */
    boolean sameWord(Sounds as) {
        return first().equals(as.first()) && skeleton().equals(as.skeleton());
    }

    /** True if of three sounds at most one differs. */
    boolean near(Sounds to) {
        return LevenshteinDistance.getDefaultInstance().apply(voiceless(), to.voiceless()) * 3 <= many;
    }

    private String first() {
        return all.isEmpty() ? "" : all.substring(0, 1).replace('e', 'i');
    }

    private String skeleton() {
        return once(VOWELS.matcher(voiceless()).replaceAll(""));
    }

    private String voiceless() {
        return all.replace('b', 'p')
                .replace('d', 't')
                .replace('v', 'f')
                .replace('g', 'k')
                .replace('h', 'k');
    }

    private static String once(String sounds) {
        return TWICE.matcher(sounds).replaceAll("$1");
    }
}
