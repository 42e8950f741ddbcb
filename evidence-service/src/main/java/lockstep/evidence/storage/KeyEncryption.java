package lockstep.evidence.storage;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** The key outside the database: it wraps each blob's own key, bound to that blob's id, and seals nothing else. */
public final class KeyEncryption {
    /** What of Tink is used: AEAD alone, without its global registry. */
    static final Configuration AEAD = AeadConfig2026.get();

    private final Aead kek;

    private KeyEncryption(Aead kek) {
        this.kek = kek;
    }

    /** Reads a keyset file; its path may stand in messages, its content never does. */
    public static KeyEncryption from(Path keysetFile) {
        try {
            String json = Files.readString(keysetFile);
            KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeyset(json, AEAD, InsecureSecretKeyAccess.get());
            return new KeyEncryption(keyset.getPrimitive(AEAD, Aead.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the key-encryption key cannot be read: " + keysetFile, unreadable);
        } catch (GeneralSecurityException notAKeyset) {
            throw new IllegalStateException("not a usable keyset: " + keysetFile, notAKeyset);
        }
    }

    /** A fresh key for one blob. */
    DataKey create(UUID blob) {
        try {
            return new DataKey(blob, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AEAD));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] wrap(DataKey key) {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(key.keyset(), kek, Pieces.bytesOf(key.blob()), AEAD);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** @throws ContentDamaged if the wrapped key is not this blob's, or was wrapped by a key that is gone */
    DataKey unwrap(UUID blob, byte[] wrapped) {
        try {
            return new DataKey(
                    blob, TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, kek, Pieces.bytesOf(blob), AEAD));
        } catch (GeneralSecurityException foreign) {
            throw new ContentDamaged(blob, "its key does not open", foreign);
        }
    }
}
