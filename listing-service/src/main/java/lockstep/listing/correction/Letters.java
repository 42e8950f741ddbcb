package lockstep.listing.correction;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** What the bounds of formal corrections need to know of letters, signs and figures. */
final class Letters {
    /** Within a pattern's brackets: signs that part or close words, in addresses and figures; %, &, #, currency and the like do more. */
    static final String SIGNS =
            " \u00A0\u202F.,;:'\"\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u00AB\u00BB\u2039\u203A"
                    + "()\\[\\]\\-\u2010\u2011\u2012\u2013\u2014\u2015/\u00B7\u2022\u2026!?\u00BF\u00A1\u3001\u3002\uFF0C\uFF1B\uFF1A\uFF08\uFF09"
                    + "\u30FB\u300C\u300D\u300E\u300F\u300A\u300B";

    private static final Pattern MARKS_ON_LATIN = Pattern.compile("(?<=\\p{IsLatin})\\p{Mn}+");
    private static final Transliterator PLAIN = Transliterator.getInstance("[:Latin:] Latin-ASCII");

    private Letters() {}

    /**
     * Latin letters without their marks, ligatures written out; everything else stays. In other scripts a mark can make
     * another letter (й, が), so it counts there.
     */
    static String plain(String text) {
        return Normalizer.normalize(PLAIN.transliterate(bare(text)), Normalizer.Form.NFC);
    }

    /** True if only marks on the same Latin letters differ; a ligature is another letter than the two that it stands for. */
    static boolean same(String one, String other) {
        return plain(one).equals(plain(other))
                && bare(one).length() == bare(other).length();
    }

    private static String bare(String text) {
        return MARKS_ON_LATIN
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("");
    }

    /** True if there are letters, and all of them are Latin. */
    static boolean latin(String text) {
        int[] letters = text.codePoints().filter(Character::isLetter).toArray();
        for (int letter : letters) {
            if (Character.UnicodeScript.of(letter) != Character.UnicodeScript.LATIN) {
                return false;
            }
        }
        return letters.length > 0;
    }
}
