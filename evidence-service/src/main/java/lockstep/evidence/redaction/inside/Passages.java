package lockstep.evidence.redaction.inside;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Passages looked for in text, whatever its case, its spaces and its line breaks are. */
final class Passages {
    private static final int STRETCH = 1 << 16;
    /** Shorter ones are found by chance in what letters would hold if they were packed. */
    private static final int LONG = 5;

    private static final List<Charset> WRITTEN = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("windows-1251"),
            Charset.forName("windows-1252"),
            Charset.forName("GB18030"));

    /** Letters that look like Latin ones, and those that they look like. */
    private static final String ALIKE = "авгеһікмнорстухјѕԁԛԝєαβεζηικμνορτυχγω";

    private static final int FIRST_ALIKE = 'α';
    private static final String LATIN = "abrehikmhopctyxjsdqweabezhikmnoptyxyw";

    private final List<String> wanted;
    private final Spellings spellings;
    private final Set<Integer> found = new TreeSet<>();
    private boolean text;

    Passages(List<String> passages) {
        this.wanted = passages.stream().map(Passages::bare).toList();
        this.spellings = new Spellings(passages);
    }

    Set<Integer> found() {
        return found;
    }

    boolean anyText() {
        return text;
    }

    /** How much text of a stretch is looked at again with the next one: a passage is written with spaces and the like between. */
    int reach() {
        return 16 * wanted.stream().mapToInt(String::length).max().orElse(1);
    }

    /** Text that people read. */
    void read(CharSequence some) {
        text |= in(some);
    }

    /** Text that stands elsewhere; whether it is any. */
    boolean in(CharSequence some) {
        String bare = bare(some);
        look(bare, 0);
        Encodings.unescaped(some).forEach(its -> look(bare(its), 0));
        Encodings.unpacked(some).forEach(its -> look(bare(its), LONG));
        return !bare.isEmpty();
    }

    private void look(String bare, int shortest) {
        for (int n = 0; n < wanted.size(); n++) {
            if (wanted.get(n).length() >= shortest && bare.contains(wanted.get(n))) {
                found.add(n);
            }
        }
    }

    /** A number that stands by itself, as it is a passage: not as a part of one. */
    void whole(CharSequence number) {
        int at = wanted.indexOf(bare(number));
        if (at >= 0) {
            found.add(at);
        }
    }

    /** Bytes of a text of any writing: each stretch with the end of the one before. */
    void in(InputStream bytes) throws IOException {
        int longest = reach();
        byte[] stretch = new byte[STRETCH + longest];
        int kept = 0;
        for (int got = bytes.readNBytes(stretch, 0, STRETCH); got > 0; got = bytes.readNBytes(stretch, kept, STRETCH)) {
            int filled = kept + got;
            for (Charset written : WRITTEN) {
                read(new String(stretch, 0, filled, written));
                if (written.name().startsWith("UTF-16")) {
                    in(new String(stretch, 1, filled - 1, written));
                }
            }
            kept = Math.min(filled, longest);
            System.arraycopy(stretch, filled - kept, stretch, 0, kept);
        }
    }

    /** Bytes of whatever it is, packed or drawn. */
    void inRaw(InputStream bytes) throws IOException {
        found.addAll(spellings.in(bytes));
    }

    /**
     * Letters and digits alone, as they are compared: ligatures, wide forms, letters with accents and letters of the same look
     * are their plain ones.
     */
    static String bare(CharSequence some) {
        String plain = Normalizer.normalize(some, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder bare = new StringBuilder(plain.length());
        plain.codePoints().filter(Character::isLetterOrDigit).forEach(one -> bare.appendCodePoint(plain(one)));
        return bare.toString();
    }

    private static int plain(int letter) {
        int at = letter < FIRST_ALIKE ? -1 : ALIKE.indexOf(letter);
        return at < 0 ? letter : LATIN.charAt(at);
    }
}
