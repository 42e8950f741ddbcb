package lockstep.evidence.apart.inside;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;

/** The bytes that the process works on, asked for from the service as they are needed. */
public final class Given implements SeekableByteChannel {
    private final DataInputStream in;
    private final DataOutputStream out;
    private final long size;
    private long position;

    public Given(DataInputStream in, DataOutputStream out, long size) {
        this.in = in;
        this.out = out;
        this.size = size;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!into.hasRemaining()) {
            return 0;
        }
        out.writeByte(Wire.READ);
        out.writeLong(position);
        out.writeInt(Math.min(into.remaining(), Wire.MOST));
        out.flush();
        int count = in.readInt();
        if (count > 0) {
            byte[] bytes = in.readNBytes(count);
            if (bytes.length < count) {
                throw new EOFException();
            }
            into.put(bytes);
            position += count;
        }
        return count;
    }

    /** From the beginning to the end, whatever is read elsewhere meanwhile. */
    public InputStream stream() {
        return new InputStream() {
            private long at;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                position(at);
                int got = Given.this.read(ByteBuffer.wrap(bytes, from, count));
                at += Math.max(0, got);
                return got;
            }
        };
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public Given position(long to) throws IOException {
        if (to < 0) {
            throw new IOException("a place before the beginning");
        }
        position = to;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        throw new ClosedChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long to) throws IOException {
        throw new ClosedChannelException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // It is the process's, which ends with it.
    }
}
