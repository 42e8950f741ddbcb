package lockstep.evidence.redaction.inside;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Passages as their letters may stand in bytes of whatever it is, packed or drawn: in the writings that are common, in small
 * or large letters, with anything but letters between. Short ones are left out, because they would be found by chance.
 */
final class Spellings {
    /** In a gigabyte of chance, six letters are found hardly ever. */
    private static final int LONG = 6;

    private static final int STRETCH = 1 << 16;
    private static final List<Charset> WRITTEN = List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("windows-1251"),
            Charset.forName("windows-1252"));

    private record Spelt(int passage, String letters) {}

    private final List<Spelt> all = new ArrayList<>();

    Spellings(List<String> passages) {
        for (int n = 0; n < passages.size(); n++) {
            for (Charset written : WRITTEN) {
                spell(n, passages.get(n), written);
            }
        }
    }

    private void spell(int n, String passage, Charset written) {
        String plain = passage.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (plain.length() >= LONG && written.newEncoder().canEncode(plain)) {
            Stream.of(plain, plain.toLowerCase(Locale.ROOT), plain.toUpperCase(Locale.ROOT))
                    .map(its -> letters(its.getBytes(written)))
                    .distinct()
                    .forEach(its -> all.add(new Spelt(n, its)));
        }
    }

    /** The numbers of those that stand in them: each stretch with the end of the one before. */
    Set<Integer> in(InputStream bytes) throws IOException {
        int longest = all.stream().mapToInt(its -> its.letters().length()).max().orElse(1);
        Set<Integer> found = new TreeSet<>();
        String kept = "";
        for (byte[] some = bytes.readNBytes(STRETCH); some.length > 0; some = bytes.readNBytes(STRETCH)) {
            String stretch = kept + letters(some);
            all.stream().filter(its -> stretch.contains(its.letters())).forEach(its -> found.add(its.passage()));
            kept = stretch.substring(Math.max(0, stretch.length() - longest));
        }
        return found;
    }

    /** Byte by byte: what is no ASCII letter or digit is left out, what is no ASCII stays. */
    private static String letters(byte[] bytes) {
        byte[] letters = new byte[bytes.length];
        int length = 0;
        for (byte one : bytes) {
            boolean large = one >= 'A' && one <= 'Z';
            if (one < 0 || large || one >= 'a' && one <= 'z' || one >= '0' && one <= '9') {
                letters[length++] = (byte) (large ? one - 'A' + 'a' : one);
            }
        }
        return new String(letters, 0, length, StandardCharsets.ISO_8859_1);
    }
}
