package lockstep.evidence.viewing.inside;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import lockstep.evidence.apart.inside.Given;

/** In which characters a text is written, as far as some of its bytes tell. */
final class Writing {
    private static final int SAMPLE = 1 << 16;
    private static final int NEAR = 4;
    private static final Charset ELSE = Charset.forName("windows-1252");

    private Writing() {}

    static Charset of(Given given) throws IOException {
        byte[] begin = read(given, 0, SAMPLE);
        if (begins(begin, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (begins(begin, 0xFF, 0xFE) || zeros(begin, 1)) {
            return StandardCharsets.UTF_16LE;
        }
        if (begins(begin, 0xFE, 0xFF) || zeros(begin, 0)) {
            return StandardCharsets.UTF_16BE;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        boolean utf8 = utf8(begin);
        all.writeBytes(begin);
        for (long at : new long[] {given.size() / 2, given.size() - SAMPLE}) {
            if (at > all.size()) {
                byte[] more = read(given, at, SAMPLE);
                utf8 &= utf8(more);
                all.writeBytes(more);
            }
        }
        return utf8 ? StandardCharsets.UTF_8 : guessed(all.toByteArray());
    }

    /** How many bytes at the beginning say how it is written, and are none of its letters. */
    static int mark(byte[] begin) {
        return begins(begin, 0xEF, 0xBB, 0xBF) ? 3 : begins(begin, 0xFF, 0xFE) || begins(begin, 0xFE, 0xFF) ? 2 : 0;
    }

    static byte[] read(Given given, long from, int count) throws IOException {
        int most = (int) Math.max(0, Math.min(count, given.size() - from));
        ByteBuffer bytes = ByteBuffer.allocate(most);
        given.position(from);
        while (bytes.hasRemaining()) {
            if (given.read(bytes) < 0) {
                throw new IOException("cut off");
            }
        }
        return bytes.array();
    }

    private static boolean begins(byte[] bytes, int... with) {
        for (int n = 0; n < with.length; n++) {
            if (n >= bytes.length || (bytes[n] & 0xFF) != with[n]) {
                return false;
            }
        }
        return true;
    }

    /** True if bytes at every other place are zero (the high ones of spaces and line ends at least), and hardly any beside them. */
    private static boolean zeros(byte[] bytes, int odd) {
        int there = 0;
        int beside = 0;
        for (int n = 0; n < bytes.length; n++) {
            if (bytes[n] == 0) {
                there += n % 2 == odd ? 1 : 0;
                beside += n % 2 == odd ? 0 : 1;
            }
        }
        return there >= Math.max(3, bytes.length / 200) && beside <= there / 10;
    }

    /** A letter that is cut at either end of a stretch is none against it. */
    private static boolean utf8(byte[] bytes) {
        int from = 0;
        while (from < Math.min(3, bytes.length) && (bytes[from] & 0xC0) == 0x80) {
            from++;
        }
        int to = bytes.length;
        for (int back = 1; back <= Math.min(3, bytes.length); back++) {
            if ((bytes[bytes.length - back] & 0xC0) == 0xC0) {
                to = bytes.length - back;
                break;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, Math.max(0, to - from)));
            return true;
        } catch (CharacterCodingException another) {
            return false;
        }
    }

    /** Letters that are written alike everywhere say nothing, but beside others. */
    private static byte[] telling(byte[] bytes) {
        ByteArrayOutputStream telling = new ByteArrayOutputStream();
        int last = -NEAR - 1;
        int next = -1;
        for (int n = 0; n < bytes.length; n++) {
            if (next < n) {
                next = n;
                while (next < bytes.length && bytes[next] >= 0) {
                    next++;
                }
            }
            if (n - last <= NEAR || next - n <= NEAR && next < bytes.length) {
                telling.write(bytes[n]);
            }
            last = bytes[n] < 0 ? n : last;
        }
        return telling.toByteArray();
    }

    /** Wide forms are told by their zeros alone: a guess takes every long run of one letter for them. */
    private static Charset guessed(byte[] bytes) {
        for (CharsetMatch match : new CharsetDetector().setText(telling(bytes)).detectAll()) {
            String name = match.getName();
            if (!name.startsWith("UTF-") && Charset.isSupported(name)) {
                Charset its = Charset.forName(name);
                // Two names for the letters of western Europe, of which the other one has none where these have some.
                return its.equals(StandardCharsets.ISO_8859_1) ? ELSE : its;
            }
        }
        return ELSE;
    }
}
