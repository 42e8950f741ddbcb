package lockstep.evidence.redaction.inside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSString;

/**
 * A PDF as its bytes stand one after the other, whatever its directory leads to: remarks, names, strings and numbers. What
 * PDFs are written in themselves is passed over, so that a short passage isn't found in its words.
 */
final class PdfTokens {
    private static final String BEGINNING = "%PDF-";
    private static final String END = "%%EOF";
    /** A directory is an object too, and need not name itself. */
    private static final String DIRECTORY = "XRef";

    private static final String BLANKS = "\0\t\n\f\r ";
    private static final String DELIMITERS = "()<>[]{}/%";
    private static final Set<String> WORDS = Set.of(
            "obj",
            "endobj",
            "stream",
            "endstream",
            "R",
            "xref",
            "trailer",
            "startxref",
            "true",
            "false",
            "null",
            "f",
            "n");

    private static final Set<String> NAMES = Arrays.stream(COSName.class.getFields())
            .filter(field -> field.getType() == COSName.class)
            .map(PdfTokens::known)
            .collect(Collectors.toUnmodifiableSet());

    private final Bytes bytes;
    private final Passages found;
    private final List<COSObjectKey> objects = new ArrayList<>();
    private String number = "";
    private String numberBefore = "";
    private String last = "";

    private PdfTokens(InputStream in, Passages found) {
        this.bytes = new Bytes(in);
        this.found = found;
    }

    /** The whole file: its objects in the order in which they stand. What is before its beginning or behind its end is refused. */
    static List<COSObjectKey> file(InputStream in, Passages found) throws IOException {
        PdfTokens tokens = new PdfTokens(in, found);
        if (tokens.bytes.next() != '%' || !tokens.remark().startsWith(BEGINNING)) {
            throw new IOException("something stands before it");
        }
        tokens.all();
        if (!tokens.last.equals(END)) {
            throw new IOException("something stands behind it");
        }
        return tokens.objects;
    }

    /** What an object stream holds. */
    static void objects(InputStream in, Passages found) throws IOException {
        new PdfTokens(in, found).all();
    }

    private static String known(Field field) {
        try {
            return ((COSName) field.get(null)).getName();
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void all() throws IOException {
        for (int one = bytes.next(); one >= 0; one = bytes.next()) {
            if (BLANKS.indexOf(one) >= 0) {
                continue;
            }
            last = "";
            switch (one) {
                case '%' -> last = remark();
                case '/' -> named();
                case '(' -> literal();
                case '<' -> hex();
                case '>', '[', ']', '{', '}' -> {
                    // What they hold is looked at by itself.
                }
                default -> word(one);
            }
        }
    }

    private String remark() throws IOException {
        ByteArrayOutputStream its = new ByteArrayOutputStream();
        its.write('%');
        for (int one = bytes.next(); one >= 0 && one != '\n' && one != '\r'; one = bytes.next()) {
            its.write(one);
        }
        found.in(its.toString(StandardCharsets.UTF_8));
        return its.toString(StandardCharsets.ISO_8859_1).strip();
    }

    private byte[] regular(int first) throws IOException {
        ByteArrayOutputStream its = new ByteArrayOutputStream();
        int one = first;
        while (one >= 0 && BLANKS.indexOf(one) < 0 && DELIMITERS.indexOf(one) < 0) {
            its.write(one);
            one = bytes.next();
        }
        bytes.back(one);
        return its.toByteArray();
    }

    private void named() throws IOException {
        byte[] written = regular(bytes.next());
        ByteArrayOutputStream its = new ByteArrayOutputStream();
        for (int at = 0; at < written.length; at++) {
            boolean escaped = written[at] == '#'
                    && at + 2 < written.length
                    && HexFormat.isHexDigit(written[at + 1])
                    && HexFormat.isHexDigit(written[at + 2]);
            its.write(
                    escaped
                            ? HexFormat.fromHexDigit(written[at + 1]) << 4 | HexFormat.fromHexDigit(written[at + 2])
                            : written[at]);
            at += escaped ? 2 : 0;
        }
        String name = its.toString(StandardCharsets.UTF_8);
        if (name.equals(DIRECTORY) && !objects.isEmpty()) {
            objects.removeLast();
        } else if (!NAMES.contains(name)) {
            found.in(name);
        }
    }

    private void literal() throws IOException {
        ByteArrayOutputStream its = new ByteArrayOutputStream();
        int depth = 1;
        while (depth > 0) {
            int one = bytes.must();
            depth += one == '(' ? 1 : one == ')' ? -1 : 0;
            if (one == '\\') {
                escaped(its);
            } else if (depth > 0) {
                its.write(one);
            }
        }
        found.in(new COSString(its.toByteArray()).getString());
    }

    private void escaped(ByteArrayOutputStream into) throws IOException {
        int one = bytes.must();
        if (one >= '0' && one <= '7') {
            int value = 0;
            int digits = 0;
            for (; digits < 3 && one >= '0' && one <= '7'; digits++) {
                value = value * 8 + one - '0';
                one = bytes.must();
            }
            bytes.back(one);
            into.write(value);
        } else if (one != '\n' && one != '\r') {
            int meant = "nrtbf".indexOf(one);
            into.write(meant < 0 ? one : "\n\r\t\b\f".charAt(meant));
        }
    }

    private void hex() throws IOException {
        int one = bytes.must();
        if (one == '<') {
            return;
        }
        StringBuilder digits = new StringBuilder();
        for (; one != '>'; one = bytes.must()) {
            if (HexFormat.isHexDigit(one)) {
                digits.append((char) one);
            } else if (BLANKS.indexOf(one) < 0) {
                throw new IOException("no string");
            }
        }
        if (digits.length() % 2 == 1) {
            digits.append('0');
        }
        found.in(new COSString(HexFormat.of().parseHex(digits)).getString());
    }

    private void word(int first) throws IOException {
        String word = new String(regular(first), StandardCharsets.ISO_8859_1);
        if (word.matches("[-+.0-9]+")) {
            found.whole(word);
            numberBefore = number;
            number = word;
        } else if (!WORDS.contains(word)) {
            throw new IOException("something stands between its objects");
        } else if (word.equals("obj")) {
            objects.add(key());
        } else if (word.equals("stream")) {
            found.inRaw(bytes.until("endstream"));
        }
    }

    private COSObjectKey key() throws IOException {
        try {
            return new COSObjectKey(Long.parseLong(numberBefore), Integer.parseInt(number));
        } catch (IllegalArgumentException none) {
            throw new IOException("an object without a number", none);
        }
    }
}
