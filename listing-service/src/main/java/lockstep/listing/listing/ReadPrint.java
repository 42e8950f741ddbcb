package lockstep.listing.listing;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A printed row as it is compared: without what differs between two typesettings of one text. White space and line
 * breaks, the shapes of quotation marks and dashes, invisible marks and composed letters don't count; everything else
 * does, digits and diacritics above all.
 */
final class ReadPrint {
    /** Soft hyphen, zero-width space, word joiner, byte order mark, marks of direction; joiners of letters stay. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF\\u200E\\u200F\\u202A-\\u202E]");

    private static final Pattern APOSTROPHES = Pattern.compile("[\\u2018-\\u201B\\u2039\\u203A\\u02BC]");
    /** With the spaces that French puts inside. */
    private static final Pattern GUILLEMETS = Pattern.compile("\\u00AB\\s?|\\s?\\u00BB");

    private static final Pattern QUOTES = Pattern.compile("[\\u201C-\\u201F]");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u0085\\p{Z}]+");
    /** Chinese and Japanese are written without spaces: one there is a broken line. */
    private static final Pattern BROKEN_LINE = Pattern.compile(
            "(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]) (?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])");

    private ReadPrint() {}

    static String of(String text) {
        String read = Normalizer.normalize(text, Normalizer.Form.NFC);
        read = INVISIBLE.matcher(read).replaceAll("");
        read = SPACES.matcher(read).replaceAll(" ");
        read = GUILLEMETS.matcher(read).replaceAll("\"");
        read = QUOTES.matcher(read).replaceAll("\"");
        read = APOSTROPHES.matcher(read).replaceAll("'");
        read = DASHES.matcher(read).replaceAll("-");
        return BROKEN_LINE.matcher(read).replaceAll("").strip();
    }
}
