package lockstep.evidence.storage;

import com.google.crypto.tink.Aead;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Goes on with a blob: each piece that is full is sealed on its own and written, the rest waits in memory. What has not
 * been checkpointed is not there for the next one who goes on. A piece is digested beside, while it is sealed and written
 * and the next one comes.
 */
public final class PartialWriter implements Closeable {
    private final SealedSink sink;
    private final DataKey key;
    private final Aead aead;
    private final byte[] wrappedKey;
    private final long length;
    private final RunningSha256 digest;
    private byte[] piece;
    private byte[] digested;
    private FutureTask<Void> digesting;
    private long pieceAt;
    private int filled;
    private byte[] sha256;

    private PartialWriter(SealedSink sink, Partial from, DataKey key) {
        this.sink = sink;
        this.key = key;
        this.aead = key.aead();
        this.wrappedKey = from.wrappedKey();
        this.length = from.length();
        this.filled = (int) (from.received() % Pieces.SIZE);
        this.pieceAt = from.received() - filled;
        this.piece = new byte[pieceLength()];
        this.digested = new byte[(int) Math.min(Pieces.SIZE, Math.max(0, length - pieceAt - piece.length))];
        this.digest = from.digest().length == 0 ? RunningSha256.begin() : RunningSha256.from(from.digest());
        if (filled > 0) {
            byte[] bound = Pieces.boundAsTail(key.blob(), from.received());
            byte[] tail = Pieces.decrypt(aead, from.tail(), bound, key.blob(), pieceAt);
            System.arraycopy(tail, 0, piece, 0, filled);
        }
    }

    /** @throws ContentDamaged if the rest of less than a piece is not what was sealed */
    static PartialWriter open(SealedSink sink, Partial from, DataKey key) throws IOException {
        try {
            return new PartialWriter(sink, from, key);
        } catch (ContentDamaged damaged) {
            sink.close();
            throw damaged;
        }
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
        digest(piece, filled);
        byte[] plain = filled == piece.length ? piece : Arrays.copyOf(piece, filled);
        sink.write(Pieces.encrypt(aead, plain, Pieces.bound(key.blob(), pieceAt, last)));
        byte[] next = digested;
        digested = piece;
        piece = next;
        pieceAt += filled;
        filled = 0;
        if (last) {
            awaitDigest();
            sha256 = digest.finish();
        }
    }

    private void digest(byte[] plain, int count) throws IOException {
        awaitDigest();
        digesting = new FutureTask<>(() -> digest.update(plain, 0, count), null);
        Thread.ofVirtual().name("digest").start(digesting);
    }

    private void awaitDigest() throws IOException {
        try {
            if (digesting != null) {
                digesting.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public long received() {
        return pieceAt + filled;
    }

    /** Flushes what has come; the answer is what must be kept to go on from here. */
    public Partial checkpoint() throws IOException {
        if (sha256 != null) {
            sink.finish();
            return new Partial(key.blob(), wrappedKey, length, length, sha256, new byte[0], "");
        }
        awaitDigest();
        String place = sink.safe();
        return new Partial(key.blob(), wrappedKey, length, received(), digest.state(), tail(), place);
    }

    private byte[] tail() {
        return filled == 0
                ? new byte[0]
                : Pieces.encrypt(aead, Arrays.copyOf(piece, filled), Pieces.boundAsTail(key.blob(), received()));
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }
}
