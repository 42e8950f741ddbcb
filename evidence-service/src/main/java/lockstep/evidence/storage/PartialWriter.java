package lockstep.evidence.storage;

import com.google.crypto.tink.Aead;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.bouncycastle.crypto.SavableDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;

/**
 * Goes on with a blob: each piece that is full is sealed on its own and written, the rest waits in memory. What has not
 * been checkpointed is not there for the next one who goes on.
 */
public final class PartialWriter implements Closeable {
    private final FileChannel channel;
    private final DataKey key;
    private final Aead aead;
    private final byte[] wrappedKey;
    private final long length;
    private final SavableDigest digest;
    private final byte[] piece;
    private long pieceAt;
    private int filled;
    private byte[] sha256;

    private PartialWriter(FileChannel channel, Partial from, DataKey key) {
        this.channel = channel;
        this.key = key;
        this.aead = key.aead();
        this.wrappedKey = from.wrappedKey();
        this.length = from.length();
        this.filled = (int) (from.received() % Pieces.SIZE);
        this.pieceAt = from.received() - filled;
        this.piece = new byte[pieceLength()];
        this.digest = from.digest().length == 0 ? SHA256Digest.newInstance() : SHA256Digest.newInstance(from.digest());
        if (filled > 0) {
            byte[] bound = Pieces.boundAsTail(key.blob(), from.received());
            byte[] tail = Pieces.decrypt(aead, from.tail(), bound, key.blob(), pieceAt);
            System.arraycopy(tail, 0, piece, 0, filled);
        }
    }

    /**
     * @throws PartialHeld if another one, in whatever process of this machine, has not let go of it
     * @throws ContentDamaged if less is there than was checkpointed
     */
    static PartialWriter open(Path file, Partial from, DataKey key) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean open = false;
        try {
            // A process that slept through the end of its lease must not write between what its successor writes.
            lock(channel);
            PartialWriter writer = new PartialWriter(channel, from, key);
            writer.cutBack();
            open = true;
            return writer;
        } finally {
            if (!open) {
                channel.close();
            }
        }
    }

    private static void lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new PartialHeld();
            }
        } catch (OverlappingFileLockException sameProcess) {
            throw new PartialHeld();
        }
    }

    /** Beyond the last checkpoint there may be pieces of a process that was killed. */
    private void cutBack() throws IOException {
        long checkpointed = Pieces.sealedLength(pieceAt / Pieces.SIZE);
        if (channel.size() < checkpointed) {
            throw new ContentDamaged(key.blob(), "pieces that had been written are gone");
        }
        channel.truncate(checkpointed);
        channel.position(checkpointed);
    }

    /** Takes these bytes; more than are missing must not come. */
    public void write(byte[] bytes, int from, int count) throws IOException {
        int at = from;
        while (at < from + count) {
            int taken = Math.min(from + count - at, pieceLength() - filled);
            if (taken == 0) {
                throw new IllegalArgumentException("more bytes than the whole has");
            }
            System.arraycopy(bytes, at, piece, filled, taken);
            filled += taken;
            at += taken;
            if (filled == pieceLength()) {
                sealPiece();
            }
        }
    }

    private int pieceLength() {
        return (int) Math.min(Pieces.SIZE, length - pieceAt);
    }

    private void sealPiece() throws IOException {
        boolean last = pieceAt + filled == length;
        byte[] plain = filled == piece.length ? piece : Arrays.copyOf(piece, filled);
        digest.update(plain, 0, filled);
        ByteBuffer sealed = ByteBuffer.wrap(Pieces.encrypt(aead, plain, Pieces.bound(key.blob(), pieceAt, last)));
        while (sealed.hasRemaining()) {
            channel.write(sealed);
        }
        pieceAt += filled;
        filled = 0;
        if (last) {
            sha256 = new byte[digest.getDigestSize()];
            digest.doFinal(sha256, 0);
        }
    }

    public long received() {
        return pieceAt + filled;
    }

    /** Flushes what has come; the answer is what must be kept to go on from here. */
    public Partial checkpoint() throws IOException {
        channel.force(false);
        byte[] state = sha256 == null ? digest.getEncodedState() : sha256;
        return new Partial(key.blob(), wrappedKey, length, received(), state, tail());
    }

    private byte[] tail() {
        return filled == 0
                ? new byte[0]
                : Pieces.encrypt(aead, Arrays.copyOf(piece, filled), Pieces.boundAsTail(key.blob(), received()));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
