package lockstep.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Pictures of one colour as WebP (lossless, RFC 9649): each of the five codes has one symbol, so no pixel takes a bit. */
final class WebP {
    private static final int WIDTH = 30;
    private static final int HEIGHT = 20;
    private static final int RED = 0xFF0000;
    private static final int BLUE = 0x0000FF;
    private static final int ANIMATED = 2;

    private WebP() {}

    static byte[] red() {
        return file(picture(WIDTH, HEIGHT, RED));
    }

    /** A red one, then a blue one. */
    static byte[] moving() {
        byte[] canvas = ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(ANIMATED)
                .put(three(WIDTH - 1))
                .put(three(HEIGHT - 1))
                .array();
        return file(
                chunk("VP8X", canvas),
                chunk("ANIM", new byte[6]),
                chunk("ANMF", frame(RED)),
                chunk("ANMF", frame(BLUE)));
    }

    /** A few bytes that say to be as large as such a picture can be. */
    static byte[] huge() {
        return file(picture(1 << 14, 1 << 14, RED));
    }

    private static byte[] frame(int colour) {
        byte[] its = picture(WIDTH, HEIGHT, colour);
        return ByteBuffer.allocate(16 + its.length)
                .put(new byte[6])
                .put(three(WIDTH - 1))
                .put(three(HEIGHT - 1))
                .put(three(100))
                .put((byte) 0)
                .put(its)
                .array();
    }

    private static byte[] picture(int width, int height, int colour) {
        Bits bits = new Bits();
        bits.add(0x2F, 8);
        bits.add(width - 1, 14);
        bits.add(height - 1, 14);
        bits.add(0, 1 + 3); // no alpha, version 0
        bits.add(0, 1 + 1 + 1); // no transform, no cache of colours, the same codes everywhere
        for (int symbol : new int[] {colour >> 8 & 0xFF, colour >> 16, colour & 0xFF, 0xFF, 0}) {
            bits.add(0b101, 3); // simple, one symbol, of eight bits
            bits.add(symbol, 8);
        }
        return chunk("VP8L", bits.bytes());
    }

    private static byte[] file(byte[]... chunks) {
        ByteBuffer all = ByteBuffer.allocate(1 << 10);
        all.put("WEBP".getBytes(StandardCharsets.US_ASCII));
        for (byte[] chunk : chunks) {
            all.put(chunk);
        }
        byte[] content = new byte[all.flip().remaining()];
        all.get(content);
        return chunk("RIFF", content);
    }

    private static byte[] chunk(String name, byte[] content) {
        int padded = content.length + content.length % 2;
        return ByteBuffer.allocate(8 + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] three(int number) {
        return new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16)};
    }

    /** The lowest first. */
    private static final class Bits {
        private final BitSet set = new BitSet();
        private int count;

        void add(int value, int bits) {
            for (int n = 0; n < bits; n++) {
                set.set(count++, (value >> n & 1) == 1);
            }
        }

        byte[] bytes() {
            byte[] bytes = new byte[(count + 7) / 8];
            byte[] some = set.toByteArray();
            System.arraycopy(some, 0, bytes, 0, some.length);
            return bytes;
        }
    }
}
