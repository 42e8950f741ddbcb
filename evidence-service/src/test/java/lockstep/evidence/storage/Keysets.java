package lockstep.evidence.storage;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** A file of key-encryption keys, changed as those change it who run the service. */
public final class Keysets {
    private Keysets() {}

    /** With one fresh key. */
    public static Path fresh(Path file) {
        return changed(
                file,
                KeysetHandle.newBuilder(),
                keyset -> keyset.addEntry(aKey().withRandomId().makePrimary()));
    }

    /** With another key, which is the current one from now on. */
    public static void rotated(Path file) {
        changed(
                file,
                KeysetHandle.newBuilder(of(file)),
                keyset -> keyset.addEntry(aKey().withRandomId().makePrimary()));
    }

    public static void without(Path file, long id) {
        changed(file, KeysetHandle.newBuilder(of(file)), keyset -> {
            for (int at = keyset.size() - 1; at >= 0; at--) {
                if (idAt(file, at) == id) {
                    keyset.deleteAt(at);
                }
            }
        });
    }

    /** With one key, fresh, under the id of the one that was current. */
    public static void replaced(Path file) {
        int id = of(file).getPrimary().getId();
        changed(
                file,
                KeysetHandle.newBuilder(),
                keyset -> keyset.addEntry(aKey().withFixedId(id).makePrimary()));
    }

    public static long current(Path file) {
        return Integer.toUnsignedLong(of(file).getPrimary().getId());
    }

    private static long idAt(Path file, int at) {
        return Integer.toUnsignedLong(of(file).getAt(at).getId());
    }

    private static KeysetHandle.Builder.Entry aKey() {
        return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM);
    }

    private static KeysetHandle of(Path file) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), KeyEncryption.AEAD, InsecureSecretKeyAccess.get());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private interface Change {
        void on(KeysetHandle.Builder keyset);
    }

    private static Path changed(Path file, KeysetHandle.Builder keyset, Change change) {
        change.on(keyset);
        try {
            return Files.writeString(
                    file,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            keyset.setConfiguration(KeyEncryption.AEAD).build(),
                            KeyEncryption.AEAD,
                            InsecureSecretKeyAccess.get()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
