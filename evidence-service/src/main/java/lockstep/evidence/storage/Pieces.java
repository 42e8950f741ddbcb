package lockstep.evidence.storage;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * How a blob lies on disk: pieces of plain size {@link #SIZE} (the last one shorter or equal), each sealed on its own
 * and bound to the blob's id, its offset and whether it is the last, so that a piece that is changed, moved, left out or
 * cut off does not open. Holds two pieces in memory, however long the content is.
 */
final class Pieces {
    static final int SIZE = 1 << 20;
    /** Tink's prefix (5), nonce (12) and tag (16). */
    static final int OVERHEAD = 33;

    private Pieces() {}

    /** What went through: the length and lower-case hex SHA-256 of the plain bytes, and how they begin. */
    record Passed(long size, String sha256, byte[] head) {}

    /** Where sealed pieces go, one after the other. */
    @FunctionalInterface
    interface Sealed {
        void write(byte[] piece) throws IOException;
    }

    /** Seals everything that the stream gives, up to a limit. */
    static Passed seal(InputStream plain, Sealed sealed, DataKey key, long limit) throws IOException {
        Aead aead = key.aead();
        MessageDigest digest = sha256();
        long offset = 0;
        byte[] piece = plain.readNBytes(SIZE);
        byte[] head = head(piece);
        boolean last;
        do {
            if (offset + piece.length > limit) {
                throw new ContentTooLarge(limit);
            }
            byte[] next = plain.readNBytes(SIZE);
            last = next.length == 0;
            digest.update(piece);
            sealed.write(encrypt(aead, piece, bound(key.blob(), offset, last)));
            offset += piece.length;
            piece = next;
        } while (!last);
        return new Passed(offset, HexFormat.of().formatHex(digest.digest()), head);
    }

    /**
     * Opens a blob of known plain size.
     *
     * @throws ContentDamaged at the first piece that does not open, before any byte of it is passed on
     */
    static Passed open(InputStream sealed, OutputStream plain, DataKey key, long size) throws IOException {
        Aead aead = key.aead();
        MessageDigest digest = sha256();
        OutputStream out = new DigestOutputStream(plain, digest);
        for (long offset = 0; offset < size || size == 0; offset += SIZE) {
            int length = (int) Math.min(SIZE, size - offset);
            boolean last = offset + length == size;
            byte[] piece = sealed.readNBytes(length + OVERHEAD);
            out.write(decrypt(aead, piece, bound(key.blob(), offset, last), key.blob(), offset));
            if (last) {
                break;
            }
        }
        if (sealed.read() != -1) {
            throw new ContentDamaged(key.blob(), Damage.LENGTH, "more bytes than were sealed");
        }
        return new Passed(size, HexFormat.of().formatHex(digest.digest()), new byte[0]);
    }

    static String digest(InputStream plain, long limit) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int length = plain.read(buffer); length >= 0; length = plain.read(buffer)) {
            size += length;
            if (size > limit) {
                throw new ContentTooLarge(limit);
            }
            digest.update(buffer, 0, length);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static byte[] bytesOf(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** What binds a piece to its blob, its place and the end. */
    static byte[] bound(UUID blob, long offset, boolean last) {
        return bound(blob, offset, last ? 1 : 0);
    }

    /** What binds the remainder of a blob that has come so far: it opens neither as a piece nor at another length. */
    static byte[] boundAsTail(UUID blob, long received) {
        return bound(blob, received, 2);
    }

    private static byte[] bound(UUID blob, long offset, int kind) {
        return ByteBuffer.allocate(25)
                .put(bytesOf(blob))
                .putLong(offset)
                .put((byte) kind)
                .array();
    }

    /** Where the piece after so many whole ones begins on disk. */
    static long sealedLength(long wholePieces) {
        return wholePieces * (SIZE + OVERHEAD);
    }

    /** How the plain content begins, at most 4 KiB. */
    static byte[] head(InputStream sealed, DataKey key, long size) throws IOException {
        int length = (int) Math.min(SIZE, size);
        byte[] piece = sealed.readNBytes(length + OVERHEAD);
        byte[] plain = decrypt(key.aead(), piece, bound(key.blob(), 0, length == size), key.blob(), 0);
        return head(plain);
    }

    private static byte[] head(byte[] plain) {
        return Arrays.copyOf(plain, Math.min(plain.length, 4096));
    }

    static byte[] encrypt(Aead aead, byte[] piece, byte[] bound) {
        try {
            return aead.encrypt(piece, bound);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] decrypt(Aead aead, byte[] piece, byte[] bound, UUID blob, long offset) {
        try {
            return aead.decrypt(piece, bound);
        } catch (GeneralSecurityException changed) {
            throw new ContentDamaged(blob, Damage.SEAL, "the piece at " + offset + " is not what was sealed", changed);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
