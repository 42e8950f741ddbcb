package lockstep.evidence.parts;

import java.io.IOException;
import java.io.InputStream;
import lockstep.evidence.parts.reader.Wire;

/** The plain bytes of one part, as the reader tells them. Breaks off with {@link PartFailed}. */
final class PartStream extends InputStream {
    private final ReaderProcess reader;
    private final Runnable alive;
    private byte[] bytes = new byte[0];
    private int at;
    private boolean over;

    /** {@code alive} is told of every few bytes, so that whoever does the work can say so. */
    PartStream(ReaderProcess reader, Runnable alive) {
        this.reader = reader;
        this.alive = alive;
    }

    /** A part that the reader could not give to its end, with the reason as it is told. */
    static final class PartFailed extends IOException {
        private static final long serialVersionUID = 1;

        PartFailed(String reason) {
            super(reason);
        }
    }

    @Override
    public int read() throws IOException {
        return more() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (!more()) {
            return -1;
        }
        int given = Math.min(count, bytes.length - at);
        System.arraycopy(bytes, at, into, from, given);
        at += given;
        return given;
    }

    private boolean more() throws IOException {
        while (!over && at == bytes.length) {
            switch (reader.next()) {
                case Wire.DATA -> {
                    bytes = reader.bytes();
                    at = 0;
                    alive.run();
                }
                case Wire.PART_END -> over = true;
                case Wire.PART_FAILED -> {
                    over = true;
                    throw new PartFailed(reader.text());
                }
                default -> throw new IOException("the reader said something else");
            }
        }
        return at < bytes.length;
    }

    /** Past what nobody wants any more. */
    void drain() throws IOException {
        try {
            while (more()) {
                at = bytes.length;
            }
        } catch (PartFailed toldAlready) {
            // It failed for a reason of its own before.
        }
    }
}
