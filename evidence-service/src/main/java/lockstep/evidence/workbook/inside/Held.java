package lockstep.evidence.workbook.inside;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of which only the beginning is held.
 *
 * @param left how many letters more there are
 */
public record Held(String text, long left) {
    /** A letter that XML can't carry, or that looks like the writing of one (ECMA-376, ST_Xstring). */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** All the letters up to the end of the element that was begun. */
    static Held plain(Xml in, String end, int most) throws IOException {
        return read(in, end, most, false);
    }

    /** The letters of a string of a cell, in however many forms it is set; how it is pronounced stands beside it. */
    static Held string(Xml in, String end, int most) throws IOException {
        return read(in, end, most, true);
    }

    private static Held read(Xml in, String end, int most, boolean runs) throws IOException {
        StringBuilder held = new StringBuilder();
        long left = 0;
        boolean within = !runs;
        boolean spoken = false;
        while (in.next() && !in.ends(end)) {
            if (in.letters() && within && !spoken) {
                String more = in.text();
                int some = Math.min(more.length(), most - held.length());
                held.append(more, 0, some);
                left += more.length() - some;
            } else if (in.begins("rPh") || in.ends("rPh")) {
                spoken = in.begins("rPh");
            } else if (runs && (in.begins("t") || in.ends("t"))) {
                within = in.begins("t");
            }
        }
        return new Held(unescaped(held), left);
    }

    /** As it is meant. */
    public static String unescaped(CharSequence text) {
        return ESCAPED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
