package lockstep.evidence.viewing.inside;

import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.stream.ImageInputStreamImpl;
import lockstep.evidence.apart.inside.Given;
import lockstep.evidence.apart.inside.Wire;

/** The given bytes in the shape in which the JDK wants a picture: one stretch of them is held, and no more. */
final class GivenImage extends ImageInputStreamImpl {
    private final Given given;
    private final byte[] stretch = new byte[Wire.MOST];
    private long from;
    private int held;

    GivenImage(Given given) {
        this.given = given;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int at, int count) throws IOException {
        bitOffset = 0;
        if (count == 0) {
            return 0;
        }
        if (streamPos < from || streamPos >= from + held) {
            held = Math.max(0, given.position(streamPos).read(ByteBuffer.wrap(stretch)));
            from = streamPos;
        }
        if (held == 0) {
            return -1;
        }
        int start = (int) (streamPos - from);
        int got = Math.min(count, held - start);
        System.arraycopy(stretch, start, into, at, got);
        streamPos += got;
        return got;
    }

    @Override
    public long length() {
        return given.size();
    }
}
