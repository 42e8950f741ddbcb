package lockstep.listing.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The bound of a correction of punctuation: the same words in the same order, and every figure as it was. Commas, full
 * stops, hyphens and dashes, apostrophes, quotation marks and spaces may differ; a question mark, a bracket, a colon or a
 * semicolon says something, so it stays. No words are joined or parted ("not able", "notable"), initials but for their
 * stops ("P.O.", "PO").
 */
final class Punctuation {
    /** Within a pattern's brackets. */
    private static final String FREE = " \u00A0\u202F.,\u3001\u3002\uFF0C\\-\u2010-\u2015'\u2018-\u201B\"\u201C-\u201F"
            + "\u00AB\u00BB\u2039\u203A\u300C-\u300F";
    /** A word; of scripts that part no words, one letter; any other sign by itself. */
    private static final Pattern TOKEN = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]|[\\p{L}\\p{M}\\p{Nd}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}"
                    + "\\p{IsThai}]]+|[^" + FREE + "]");

    private static final Pattern INITIAL = Pattern.compile("\\p{L}\\p{M}*");
    /** From the first to the last digit that only signs part, with a minus before it: 1.500 and 15.00 are two amounts. */
    private static final Pattern FIGURES =
            Pattern.compile("(?:(?<![\\p{L}\\p{Nd}])[-\u2010-\u2015])?\\p{Nd}(?:[" + Letters.SIGNS + "]*\\p{Nd})*");

    private Punctuation() {}

    /** Null within the bound. */
    static Bound exceeded(String before, String after) {
        if (!figures(before).equals(figures(after))) {
            return Bound.FIGURES_DIFFER;
        }
        return words(before).equals(words(after)) ? null : Bound.MORE_THAN_PUNCTUATION;
    }

    /** Initials that follow one another are one word. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        boolean initials = false;
        for (MatchResult found : TOKEN.matcher(text).results().toList()) {
            boolean initial = INITIAL.matcher(found.group()).matches();
            if (initial && initials) {
                words.add(words.removeLast() + found.group());
            } else {
                words.add(found.group());
            }
            initials = initial;
        }
        return words;
    }

    static List<String> figures(String text) {
        return FIGURES.matcher(text).results().map(MatchResult::group).toList();
    }
}
