package lockstep.evidence.parts.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text in one encoding, given in UTF-8; holds a few thousand characters. */
final class AsUtf8 extends InputStream {
    private final Reader text;
    private final char[] characters = new char[4096];
    private byte[] bytes = new byte[0];
    private int at;

    AsUtf8(InputStream in, Charset charset) {
        this.text = new InputStreamReader(in, charset);
    }

    @Override
    public int read() throws IOException {
        return more() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (!more()) {
            return -1;
        }
        int given = Math.min(count, bytes.length - at);
        System.arraycopy(bytes, at, into, from, given);
        at += given;
        return given;
    }

    private boolean more() throws IOException {
        if (at < bytes.length) {
            return true;
        }
        // One place stays free, for the second half of a character.
        int count = text.read(characters, 0, characters.length - 1);
        if (count < 0) {
            return false;
        }
        if (Character.isHighSurrogate(characters[count - 1])) {
            count += Math.max(0, text.read(characters, count, 1));
        }
        bytes = new String(characters, 0, count).getBytes(StandardCharsets.UTF_8);
        at = 0;
        return true;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
