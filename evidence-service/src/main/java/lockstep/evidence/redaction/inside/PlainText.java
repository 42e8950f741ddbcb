package lockstep.evidence.redaction.inside;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Text that is its letters and nothing else: what is packed, or writes letters in a way of its own, is refused. */
final class PlainText {
    private static final int STRETCH = 1 << 16;
    private static final int OVERLAP = 256;
    private static final List<Charset> WRITTEN = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.ISO_8859_1);

    /** Tags, entities, escapes, words of mails and what is embedded: as in HTML, JSON, RTF, mail. */
    private static final Pattern OWN_WRITING = Pattern.compile(
            "</?[a-z][a-z0-9:-]*(\\s[^<>]*)?/?>|<!--|<!\\[|<!doctype|<\\?xml"
                    + "|&(#x?[0-9a-f]+|[a-z]{2,8});"
                    + "|\\\\u\\{?[0-9a-f]{2,}|\\\\'[0-9a-f]{2}|\\{\\\\rtf"
                    + "|;base64,|=\\?[\\w-]+\\?[bq]\\?|content-transfer-encoding\\s*:|^begin [0-7]{3,4} ",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private PlainText() {}

    /** Somebody who opens the same bytes anew. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** Each of the writings in which it could be read is looked at: what is tags in one is letters in another. */
    static void mustBeOne(Source source) throws IOException {
        boolean text = false;
        for (Charset charset : WRITTEN) {
            text |= letters(new InputStreamReader(source.open(), charset.newDecoder()));
        }
        if (!text) {
            throw new IOException("no text");
        }
    }

    /** Whether all of it is letters in that writing. */
    private static boolean letters(Reader in) throws IOException {
        StringBuilder held = new StringBuilder();
        boolean own = false;
        try {
            char[] some = new char[STRETCH];
            for (int got = in.read(some); got >= 0; got = in.read(some)) {
                held.append(some, 0, got);
                if (held.chars().anyMatch(PlainText::noLetter)) {
                    return false;
                }
                own |= OWN_WRITING.matcher(held).find();
                held.delete(0, Math.max(0, held.length() - OVERLAP));
            }
        } catch (CharacterCodingException other) {
            return false;
        }
        if (own) {
            throw new IOException("text with a writing of its own");
        }
        return true;
    }

    private static boolean noLetter(int one) {
        return one < ' ' && "\t\n\f\r".indexOf(one) < 0 || one == 0xFFFE || one == 0xFFFF;
    }
}
