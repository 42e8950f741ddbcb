package lockstep.evidence.apart.inside;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the two processes say to each other: one byte of a kind, then fields of fixed form. */
public final class Wire {
    /** To the service: give me so many bytes from there. Answered by a count, -1 at the end, and the bytes. */
    public static final byte READ = 'R';
    /** To the service: a part begins. Answered by {@link #SEND} or {@link #SKIP}. */
    public static final byte PART = 'P';
    /** To the service: more bytes of the part. */
    public static final byte DATA = 'D';
    /** To the service: the part is whole. */
    public static final byte PART_END = 'E';
    /** To the service: what was told can't be given, or not to its end, for this reason. */
    public static final byte PART_FAILED = 'F';
    /** To the service: a text that was looked for. */
    public static final byte FOUND = 'M';
    /** To the service: nothing more; the container is opened. */
    public static final byte DONE = 'Z';
    /** To the service: the container can't be opened, or not any further, for this reason. */
    public static final byte REFUSED = 'X';

    /** What the process ends with when its work needs more memory than it has. */
    public static final int OUT_OF_MEMORY = 3;

    public static final byte SEND = 1;
    public static final byte SKIP = 0;

    /** The most bytes that are sent at once, either way. */
    public static final int MOST = 1 << 16;

    /** The longest text, in bytes: a ZIP's name has 65,535 at most, in at most three bytes each as UTF-8. */
    private static final int LONGEST = 3 << 16;

    private Wire() {}

    public static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, LONGEST);
        out.writeInt(length);
        out.write(bytes, 0, length);
    }

    /** Whoever sends it is not trusted: what is longer than it may be ends the conversation. */
    public static String text(DataInputStream in) throws IOException {
        return new String(bytes(in, LONGEST), StandardCharsets.UTF_8);
    }

    public static byte[] bytes(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new IOException("a field of " + length + " bytes");
        }
        return in.readNBytes(length);
    }
}
