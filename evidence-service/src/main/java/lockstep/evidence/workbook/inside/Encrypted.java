package lockstep.evidence.workbook.inside;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Whether an OLE file holds an encrypted office file: a stream of that name stands in its directory (MS-OFFCRYPTO). */
final class Encrypted {
    private static final String STREAM =
            new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    private static final int STRETCH = 1 << 16;

    private Encrypted() {}

    static boolean in(InputStream bytes) throws IOException {
        String kept = "";
        for (byte[] some = bytes.readNBytes(STRETCH); some.length > 0; some = bytes.readNBytes(STRETCH)) {
            String stretch = kept + new String(some, StandardCharsets.ISO_8859_1);
            if (stretch.contains(STREAM)) {
                return true;
            }
            kept = stretch.substring(Math.max(0, stretch.length() - STREAM.length()));
        }
        return false;
    }
}
