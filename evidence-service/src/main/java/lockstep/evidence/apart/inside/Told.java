package lockstep.evidence.apart.inside;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What is written here is told to the service, in pieces of the size that it takes. */
public final class Told extends OutputStream {
    private final DataOutputStream out;
    private final byte[] piece = new byte[Wire.MOST];
    private int filled;

    public Told(DataOutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
        if (filled == piece.length) {
            tell();
        }
        piece[filled++] = (byte) one;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int written = 0;
        while (written < count) {
            if (filled == piece.length) {
                tell();
            }
            int some = Math.min(count - written, piece.length - filled);
            System.arraycopy(bytes, from + written, piece, filled, some);
            filled += some;
            written += some;
        }
    }

    /** Nothing waits for its end: what reads from the service meanwhile must find its answers in order. */
    private void tell() throws IOException {
        out.writeByte(Wire.DATA);
        out.writeInt(filled);
        out.write(piece, 0, filled);
        filled = 0;
    }

    @Override
    public void flush() throws IOException {
        if (filled > 0) {
            tell();
        }
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
