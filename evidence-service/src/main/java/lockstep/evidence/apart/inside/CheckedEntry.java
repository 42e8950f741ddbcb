package lockstep.evidence.apart.inside;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** The plain bytes of a ZIP's entry: they must have the length and the checksum that its directory says. */
public final class CheckedEntry extends FilterInputStream {
    private final CRC32 sum = new CRC32();
    private final long crc;
    private final long size;
    private long come;

    public CheckedEntry(InputStream in, ZipArchiveEntry entry) {
        super(in);
        this.crc = entry.getCrc();
        this.size = entry.getSize();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        int got = super.read(bytes, from, count);
        if (got > 0) {
            sum.update(bytes, from, got);
            come += got;
        }
        if (come > size || got < 0 && (come != size || sum.getValue() != crc)) {
            throw new IOException("not what the directory says");
        }
        return got;
    }
}
