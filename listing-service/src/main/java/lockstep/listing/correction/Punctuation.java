package lockstep.listing.correction;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The bound of a correction of punctuation: equal without signs and spaces, and every figure as it was. */
final class Punctuation {
    private static final Pattern SIGN = Pattern.compile("[" + Letters.SIGNS + "]");
    /** From the first to the last digit that only signs part, with a minus before it: 1.500 and 15.00 are two amounts. */
    private static final Pattern FIGURES =
            Pattern.compile("(?:(?<![\\p{L}\\p{Nd}])[-\u2010-\u2015])?\\p{Nd}(?:[" + Letters.SIGNS + "]*\\p{Nd})*");

    private Punctuation() {}

    /** Null within the bound. */
    static Bound exceeded(String before, String after) {
        if (!bare(before).equals(bare(after))) {
            return Bound.MORE_THAN_PUNCTUATION;
        }
        return figures(before).equals(figures(after)) ? null : Bound.FIGURES_DIFFER;
    }

    private static String bare(String text) {
        return SIGN.matcher(text).replaceAll("");
    }

    static List<String> figures(String text) {
        return FIGURES.matcher(text).results().map(MatchResult::group).toList();
    }
}
