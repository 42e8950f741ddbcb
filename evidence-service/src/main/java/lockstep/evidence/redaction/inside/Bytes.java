package lockstep.evidence.redaction.inside;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Bytes one by one, of which the last can be put back. */
final class Bytes {
    private final InputStream in;
    private final byte[] stretch = new byte[1 << 16];
    private int at;
    private int filled;
    private int back = -1;

    Bytes(InputStream in) {
        this.in = in;
    }

    /** The next one, or -1 at the end. */
    int next() throws IOException {
        if (back >= 0) {
            int one = back;
            back = -1;
            return one;
        }
        if (at == filled) {
            filled = in.readNBytes(stretch, 0, stretch.length);
            at = 0;
            if (filled == 0) {
                return -1;
            }
        }
        return stretch[at++] & 0xFF;
    }

    int must() throws IOException {
        int one = next();
        if (one < 0) {
            throw new EOFException();
        }
        return one;
    }

    void back(int one) {
        back = one;
    }

    /** What follows, up to a word, which is taken too; it must come. */
    InputStream until(String word) {
        byte[] end = word.getBytes(StandardCharsets.US_ASCII);
        return new InputStream() {
            private int matched;
            private int told;

            @Override
            public int read() throws IOException {
                while (matched < end.length && told == 0) {
                    int one = must();
                    if (one == end[matched]) {
                        matched++;
                    } else if (matched == 0) {
                        return one;
                    } else {
                        back(one);
                        told = matched;
                    }
                }
                return told == 0 ? -1 : begun();
            }

            /** Of what began like the word and went on otherwise, the next letter. */
            private int begun() {
                int one = end[matched - told];
                told--;
                matched = told == 0 ? 0 : matched;
                return one;
            }
        };
    }
}
