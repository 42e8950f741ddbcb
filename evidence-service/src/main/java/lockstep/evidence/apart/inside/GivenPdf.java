package lockstep.evidence.apart.inside;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The given bytes in the shape in which PDFBox wants a file: one stretch of them is held, and no more. */
public final class GivenPdf implements RandomAccessRead {
    private final Given given;
    private final byte[] stretch = new byte[Wire.MOST];
    private long from;
    private int held;
    private long position;
    private boolean closed;

    private GivenPdf(Given given) {
        this.given = given;
    }

    /** A PDF over these bytes, of which nothing is written to a disk. */
    public static PDDocument open(Given given) throws IOException {
        return Loader.loadPDF(new GivenPdf(given), "", null, null, IOUtils.createMemoryOnlyStreamCache());
    }

    @Override
    public int read() throws IOException {
        if (!here()) {
            return -1;
        }
        return stretch[(int) (position++ - from)] & 0xFF;
    }

    @Override
    public int read(byte[] into, int at, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        if (!here()) {
            return -1;
        }
        int start = (int) (position - from);
        int got = Math.min(count, held - start);
        System.arraycopy(stretch, start, into, at, got);
        position += got;
        return got;
    }

    private boolean here() throws IOException {
        if (position >= given.size()) {
            return false;
        }
        if (position < from || position >= from + held) {
            // Back a little, because PDFs are read backwards from their end.
            from = Math.max(0, position - stretch.length / 4);
            held = 0;
            while (from + held <= position) {
                int got = given.position(from + held).read(ByteBuffer.wrap(stretch, held, stretch.length - held));
                if (got < 0) {
                    throw new EOFException();
                }
                held += got;
            }
        }
        return true;
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long to) throws IOException {
        if (to < 0) {
            throw new IOException("a place before the beginning");
        }
        position = to;
    }

    @Override
    public long length() {
        return given.size();
    }

    @Override
    public boolean isEOF() {
        return position >= given.size();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) throws IOException {
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
