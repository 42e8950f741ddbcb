package lockstep.evidence.storage;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.proto.EncryptedKeyset;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The keys outside the database, each under its id, as one keyset has them: they wrap each blob's own key, bound to that
 * blob's id or to that of a text sealed on its own, and seal nothing else. The current one wraps; the others only unwrap what they had wrapped.
 */
public final class KeyEncryption {
    /** What of Tink is used: AEAD alone, without its global registry. */
    static final Configuration AEAD = AeadConfig2026.get();

    /** What Tink writes before everything that a key of its own output format has encrypted; the key's id follows. */
    private static final byte WITH_ID = 1;

    private static final byte[] PROOF = "lockstep key-encryption key".getBytes(StandardCharsets.US_ASCII);

    private final Map<Long, Aead> byId;
    private final long current;

    private KeyEncryption(Map<Long, Aead> byId, long current) {
        this.byId = byId;
        this.current = current;
    }

    /**
     * Reads a keyset, whose content is never said again.
     *
     * @throws GeneralSecurityException if it is no keyset of AES256-GCM keys that name themselves in what they wrap
     */
    static KeyEncryption of(String json) throws GeneralSecurityException {
        KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeyset(json, AEAD, InsecureSecretKeyAccess.get());
        Map<Long, Aead> byId = new TreeMap<>();
        for (int at = 0; at < keyset.size(); at++) {
            KeysetHandle.Entry key = keyset.getAt(at);
            if (key.getKey().getIdRequirementOrNull() == null) {
                throw new GeneralSecurityException("a key of it doesn't name itself in what it wraps (prefix TINK)");
            }
            if (key.getStatus() == KeyStatus.ENABLED) {
                byId.put(Integer.toUnsignedLong(key.getId()), alone(key));
            }
        }
        return new KeyEncryption(
                byId, Integer.toUnsignedLong(keyset.getPrimary().getId()));
    }

    /** As a whole, a keyset would try its other keys too, and not say which was wanted. */
    private static Aead alone(KeysetHandle.Entry key) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .setConfiguration(AEAD)
                .addEntry(KeysetHandle.importKey(key.getKey())
                        .withFixedId(key.getId())
                        .makePrimary())
                .build()
                .getPrimitive(AEAD, Aead.class);
    }

    long current() {
        return current;
    }

    Set<Long> ids() {
        return byId.keySet();
    }

    /** A fresh key for one blob. */
    DataKey create(UUID blob) {
        try {
            return new DataKey(blob, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AEAD));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Under the current key.
     *
     * @throws KeyMissing if it isn't here
     */
    byte[] wrap(DataKey key) {
        try {
            byte[] bound = Pieces.bytesOf(key.blob());
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(key.keyset(), here(current), bound, AEAD);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /**
     * By whichever key has wrapped it.
     *
     * @throws KeyMissing if that key isn't here: nothing is known of the content then
     * @throws ContentDamaged if the wrapped key is not this blob's
     */
    DataKey unwrap(UUID blob, byte[] wrapped) {
        Aead kek = here(wrappedBy(blob, wrapped));
        try {
            return new DataKey(
                    blob, TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, kek, Pieces.bytesOf(blob), AEAD));
        } catch (GeneralSecurityException foreign) {
            throw new ContentDamaged(blob, Damage.KEY, "its key does not open", foreign);
        }
    }

    private Aead here(long id) {
        Aead kek = byId.get(id);
        if (kek == null) {
            throw new KeyMissing(id);
        }
        return kek;
    }

    /** The twin of {@code kek_of} in the database. */
    static long wrappedBy(UUID blob, byte[] wrapped) {
        try {
            ByteBuffer encrypted =
                    EncryptedKeyset.parseFrom(wrapped).getEncryptedKeyset().asReadOnlyByteBuffer();
            if (encrypted.remaining() < 5 || encrypted.get() != WITH_ID) {
                throw new ContentDamaged(blob, Damage.KEY, "its wrapped key names no key");
            }
            return Integer.toUnsignedLong(encrypted.getInt());
        } catch (InvalidProtocolBufferException changed) {
            throw new ContentDamaged(blob, Damage.KEY, "its wrapped key is none", changed);
        }
    }

    /** By which another process finds whether it has the same key under this id, and not merely one of that name. */
    byte[] proof(long id) {
        try {
            return byId.get(id).encrypt(PROOF, idBytes(id));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean proves(long id, byte[] proof) {
        try {
            byId.get(id).decrypt(proof, idBytes(id));
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    private static byte[] idBytes(long id) {
        return ByteBuffer.allocate(Long.BYTES).putLong(id).array();
    }

    /** Without the keys of these ids, as if they weren't there; the current one must stay. */
    KeyEncryption without(Set<Long> ids) {
        Map<Long, Aead> left = new TreeMap<>(byId);
        left.keySet().removeAll(ids);
        return new KeyEncryption(left, current);
    }
}
