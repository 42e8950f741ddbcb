package lockstep.evidence.redaction.inside;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Pictures that are nothing but drawn: a PNG or JPEG with words, properties, a smaller picture or anything behind its end is
 * refused, and so is every other form.
 */
final class Pictures {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    /** What a bare PNG is made of, and how long each may be. */
    private static final Map<String, Integer> CHUNKS =
            Map.of("PLTE", 768, "tRNS", 256, "gAMA", 4, "cHRM", 32, "sRGB", 1, "pHYs", 9, "bKGD", 6, "sBIT", 4);

    private static final int[] SAMPLES = {1, 0, 3, 1, 2, 0, 4};
    private static final int CHECKSUM = 4;

    private static final int BEGIN = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int LENGTH = 2;
    /** Bare segments of a JPEG: tables, frames, intervals. */
    private static final Set<Integer> SEGMENTS = Set.of(
            0xDB, 0xC4, 0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF, 0xDD, SCAN);
    /** Those that name the form and the colours, each as long as it is without a smaller picture. */
    private static final Map<Integer, Integer> FORMS = Map.of(0xE0, 14, 0xEE, 12);

    private Pictures() {}

    static void mustBeBare(InputStream in) throws IOException {
        DataInputStream bytes = new DataInputStream(in);
        byte[] first = bytes.readNBytes(LENGTH);
        if (Arrays.equals(first, new byte[] {(byte) 0xFF, (byte) BEGIN})) {
            jpeg(bytes);
        } else if (Arrays.equals(first, Arrays.copyOf(PNG, LENGTH))
                && Arrays.equals(bytes.readNBytes(PNG.length - LENGTH), Arrays.copyOfRange(PNG, LENGTH, PNG.length))) {
            png(bytes);
        } else {
            throw new IOException("a form of picture that is not looked into");
        }
        if (bytes.read() >= 0) {
            throw new IOException("something stands behind it");
        }
    }

    private static void png(DataInputStream bytes) throws IOException {
        must(bytes.readInt() == 13 && chunk(bytes).equals("IHDR"));
        long lines = drawn(bytes);
        bytes.skipNBytes(CHECKSUM);
        Set<String> had = new HashSet<>();
        Inflater drawing = new Inflater();
        try {
            int length = bytes.readInt();
            String type = chunk(bytes);
            for (; !type.equals("IEND"); type = chunk(bytes)) {
                if (type.equals("IDAT")) {
                    inflate(drawing, bytes, length);
                } else {
                    must(CHUNKS.getOrDefault(type, -1) >= length && length >= 0 && had.add(type));
                    bytes.skipNBytes(length);
                }
                bytes.skipNBytes(CHECKSUM);
                length = bytes.readInt();
            }
            must(length == 0 && drawing.finished() && drawing.getBytesWritten() == lines);
            bytes.skipNBytes(CHECKSUM);
        } finally {
            drawing.end();
        }
    }

    private static String chunk(DataInputStream bytes) throws IOException {
        byte[] type = new byte[4];
        bytes.readFully(type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }

    /** How many bytes its lines are, each with the one that says how it is filtered. */
    private static long drawn(DataInputStream bytes) throws IOException {
        long width = Integer.toUnsignedLong(bytes.readInt());
        long height = Integer.toUnsignedLong(bytes.readInt());
        int depth = bytes.readUnsignedByte();
        int colours = bytes.readUnsignedByte();
        must(colours < SAMPLES.length && SAMPLES[colours] > 0 && depth <= 16);
        must(bytes.readUnsignedByte() == 0 && bytes.readUnsignedByte() == 0);
        boolean interlaced = bytes.readUnsignedByte() != 0;
        must(!interlaced);
        return height * (1 + (width * depth * SAMPLES[colours] + 7) / 8);
    }

    /** Nothing may be packed behind the lines. */
    private static void inflate(Inflater drawing, DataInputStream bytes, int length) throws IOException {
        byte[] some = new byte[1 << 14];
        byte[] lines = new byte[1 << 16];
        must(length >= 0);
        for (int left = length; left > 0; ) {
            int got = Math.min(left, some.length);
            bytes.readFully(some, 0, got);
            left -= got;
            drawing.setInput(some, 0, got);
            try {
                while (!drawing.finished() && !drawing.needsInput()) {
                    must(drawing.inflate(lines) > 0 || drawing.finished() || drawing.needsInput());
                }
            } catch (DataFormatException damaged) {
                throw new IOException(damaged);
            }
            must(drawing.getRemaining() == 0);
        }
    }

    private static void jpeg(DataInputStream bytes) throws IOException {
        int marker = marker(bytes);
        while (marker != END) {
            int length = bytes.readUnsignedShort() - LENGTH;
            must(length >= 0 && (SEGMENTS.contains(marker) || FORMS.getOrDefault(marker, -1) == length));
            bytes.skipNBytes(length);
            marker = marker == SCAN ? scanned(bytes) : marker(bytes);
        }
    }

    private static int marker(DataInputStream bytes) throws IOException {
        must(bytes.readUnsignedByte() == 0xFF);
        return bytes.readUnsignedByte();
    }

    /** The marker behind the drawing of one scan. */
    private static int scanned(DataInputStream bytes) throws IOException {
        while (true) {
            if (bytes.readUnsignedByte() == 0xFF) {
                int one = bytes.readUnsignedByte();
                boolean restarts = one >= 0xD0 && one <= 0xD7;
                if (one != 0 && !restarts) {
                    return one;
                }
            }
        }
    }

    private static void must(boolean so) throws IOException {
        if (!so) {
            throw new IOException("more than a drawing");
        }
    }
}
