package lockstep.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small pictures, and what can be put into one besides. */
public final class Pixels {
    private static final int HEADING = 33;

    private Pixels() {}

    public static byte[] drawn(String form) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), form, bytes);
        return bytes.toByteArray();
    }

    /** A chunk behind the heading of a PNG. */
    public static byte[] chunked(byte[] png, String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + content.length);
        chunk.putInt(content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, 4 + content.length);
        return inserted(png, HEADING, chunk.putInt((int) sum.getValue()).array());
    }

    public static byte[] inserted(byte[] into, int at, byte[] some) {
        return ByteBuffer.allocate(into.length + some.length)
                .put(into, 0, at)
                .put(some)
                .put(into, at, into.length - at)
                .array();
    }
}
