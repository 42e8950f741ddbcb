package lockstep.evidence.storage;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** One blob's own key; it seals that blob's pieces and nothing else. */
record DataKey(UUID blob, KeysetHandle keyset) {

    Aead aead() {
        try {
            return keyset.getPrimitive(KeyEncryption.AEAD, Aead.class);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
