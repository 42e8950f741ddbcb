package lockstep.evidence.apart;

import java.io.IOException;
import java.io.InputStream;
import lockstep.evidence.apart.inside.Wire;

/** Plain bytes as a process tells them, to the end of one part. Breaks off with {@link Failed}. */
public final class PlainStream extends InputStream {
    private final Apart process;
    private final Runnable alive;
    private byte[] bytes = new byte[0];
    private int at;
    private boolean over;

    /** {@code alive} is told of every few bytes, so that whoever does the work can say so. */
    public PlainStream(Apart process, Runnable alive) {
        this.process = process;
        this.alive = alive;
    }

    /** The process could not give them to their end, with the reason as it is told. */
    public static final class Failed extends IOException {
        private static final long serialVersionUID = 1;

        Failed(String reason) {
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
            switch (process.next()) {
                case Wire.DATA -> {
                    bytes = process.bytes();
                    at = 0;
                    alive.run();
                }
                case Wire.PART_END -> over = true;
                case Wire.PART_FAILED -> {
                    over = true;
                    throw new Failed(process.text());
                }
                default -> throw new IOException("the reader said something else");
            }
        }
        return at < bytes.length;
    }

    /** Past what nobody wants any more. */
    public void drain() throws IOException {
        try {
            while (more()) {
                at = bytes.length;
            }
        } catch (Failed toldAlready) {
            // It failed for a reason of its own before.
        }
    }
}
