package lockstep.e2e.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One number of a registration cell.
 *
 * @param label what the source calls it, or null
 * @param phrase the source's whole phrase, shared by all numbers read from it
 */
record PrintedNumber(String value, String label, String phrase) {
    /** Value, then its label in brackets, which may hold a pair of brackets itself. */
    private static final Pattern LABELLED = Pattern.compile("(\\S+?) ?\\(((?:[^()]|\\([^()]*\\))+)\\)(?:, )?");

    /** {@code CR No. 2408160}, {@code Cr no: 3092848}, {@code USCC no. …}. */
    private static final Pattern LABEL_FIRST = Pattern.compile("((?i:CR|USCC)\\.? (?i:no)[.:]?) ?(\\S+)");

    static List<PrintedNumber> in(String phrase) {
        Matcher first = LABEL_FIRST.matcher(phrase);
        if (first.matches()) {
            return List.of(new PrintedNumber(first.group(2), first.group(1), phrase));
        }
        List<PrintedNumber> numbers = new ArrayList<>();
        Matcher next = LABELLED.matcher(phrase);
        int end = 0;
        while (next.find(end) && next.start() == end) {
            numbers.add(new PrintedNumber(next.group(1), next.group(2), phrase));
            end = next.end();
        }
        return end == phrase.length() ? numbers : List.of(new PrintedNumber(phrase, null, phrase));
    }

    /** True if the phrase is nothing but value and label in the usual form. */
    boolean isPlain() {
        return phrase.equals(label == null ? value : value + " (" + label + ")");
    }
}
