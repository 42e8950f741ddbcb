package lockstep.evidence.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Texts sealed on their own for a row of the database, each under a key of its own that is wrapped as a blob's is, and wrapped
 * anew with those. A text is bound to its row and to what the row is about: in another place it doesn't open.
 */
@ApplicationScoped
public class SealedTexts {
    private static final byte[] KIND = "lockstep sealed text".getBytes(StandardCharsets.US_ASCII);

    private final Keys keys;

    SealedTexts(Keys keys) {
        this.keys = keys;
    }

    /** What a row keeps. */
    public record Sealed(byte[] wrappedKey, byte[] bytes) {}

    /** Under a fresh key. */
    public Sealed seal(UUID id, UUID about, byte[] plain) {
        KeyEncryption kek = keys.now();
        DataKey key = kek.create(id);
        return new Sealed(kek.wrap(key), Pieces.encrypt(key.aead(), plain, bound(id, about)));
    }

    /** Another text in the place of that one, under the same key. */
    public byte[] sealAnew(UUID id, UUID about, byte[] wrappedKey, byte[] plain) {
        return Pieces.encrypt(keys.unwrap(id, wrappedKey).aead(), plain, bound(id, about));
    }

    /**
     * The text again.
     *
     * @throws KeyMissing if the key that has wrapped its key isn't here
     * @throws ContentDamaged if it is not what was sealed for this row
     */
    public byte[] open(UUID id, UUID about, Sealed sealed) {
        try {
            return keys.unwrap(id, sealed.wrappedKey()).aead().decrypt(sealed.bytes(), bound(id, about));
        } catch (GeneralSecurityException changed) {
            throw new ContentDamaged(id, Damage.SEAL, "the sealed text is not what was sealed", changed);
        }
    }

    private static byte[] bound(UUID id, UUID about) {
        return ByteBuffer.allocate(KIND.length + 32)
                .put(KIND)
                .put(Pieces.bytesOf(id))
                .put(Pieces.bytesOf(about))
                .array();
    }
}
