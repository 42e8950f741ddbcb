package lockstep.evidence.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;

/**
 * Reads plain bytes from any place of a blob. Holds one piece in memory; going on where it was reads on in the same stream.
 * Not for two threads at once.
 */
public final class BlobReader implements Closeable {
    private final SealedStore store;
    private final DataKey key;
    private final long size;
    private InputStream sealed;
    private long next = -1;
    private byte[] piece = new byte[0];
    private long pieceAt = -1;

    BlobReader(SealedStore store, DataKey key, long size) {
        this.store = store;
        this.key = key;
        this.size = size;
    }

    public long size() {
        return size;
    }

    /** How many bytes were read, at least one; -1 at the end. */
    public int read(long position, byte[] into, int from, int count) throws IOException {
        if (position < 0 || position >= size) {
            return -1;
        }
        long at = position / Pieces.SIZE * Pieces.SIZE;
        if (at != pieceAt) {
            open(at);
        }
        int within = (int) (position - at);
        int taken = Math.min(count, piece.length - within);
        System.arraycopy(piece, within, into, from, taken);
        return taken;
    }

    private void open(long at) throws IOException {
        if (at != next) {
            close();
            sealed = stream(at);
        }
        int length = (int) Math.min(Pieces.SIZE, size - at);
        boolean last = at + length == size;
        byte[] read = sealed.readNBytes(length + Pieces.OVERHEAD);
        piece = Pieces.decrypt(key.aead(), read, Pieces.bound(key.blob(), at, last), key.blob(), at);
        pieceAt = at;
        next = at + length;
    }

    private InputStream stream(long at) throws IOException {
        try {
            return store.open(key.blob(), Pieces.sealedLength(at / Pieces.SIZE));
        } catch (NoSuchFileException gone) {
            throw new ContentDamaged(key.blob(), Damage.GONE, "its bytes are gone", gone);
        }
    }

    @Override
    public void close() throws IOException {
        if (sealed != null) {
            sealed.close();
            sealed = null;
        }
    }
}
