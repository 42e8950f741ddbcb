package lockstep.local;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** The file of the keys that wrap the data keys of exhibits, as a Tink keyset of mode 600; one of them is current. */
final class Keyset {
    private static final Configuration AEAD = aead();

    private final Path file;

    Keyset(Path file) {
        this.file = file;
    }

    /** A key and whether it wraps what comes in. */
    record Listed(long id, boolean current) {}

    private static Configuration aead() {
        try {
            AeadConfig.register();
            return RegistryConfiguration.get();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** With one key, if there is no such file yet. */
    Path made() {
        if (!Files.exists(file)) {
            write(file, KeysetHandle.newBuilder().addEntry(aKey().makePrimary()));
        }
        return file;
    }

    List<Listed> keys() {
        KeysetHandle keyset = read();
        List<Listed> keys = new ArrayList<>();
        for (int at = 0; at < keyset.size(); at++) {
            keys.add(new Listed(id(keyset.getAt(at)), keyset.getAt(at).isPrimary()));
        }
        return keys;
    }

    /** Another key, which wraps nothing yet; its id. */
    long add() {
        write(file, KeysetHandle.newBuilder(read()).addEntry(aKey()));
        return keys().getLast().id();
    }

    /** From now on this one wraps what comes in. */
    void use(long id) {
        KeysetHandle.Builder keyset = KeysetHandle.newBuilder(read());
        keyset.getAt(at(id)).makePrimary();
        write(file, keyset);
    }

    /** Takes one away that isn't current. It is put aside, because what it may still wrap would be lost with it. */
    Path remove(long id) {
        int at = at(id);
        KeysetHandle.Entry key = read().getAt(at);
        if (key.isPrimary()) {
            throw new CannotStart("key " + id + " is the current one: ./lockstep keys use another one first");
        }
        Path aside = file.resolveSibling(file.getFileName() + ".removed-" + id);
        write(
                aside,
                KeysetHandle.newBuilder()
                        .addEntry(KeysetHandle.importKey(key.getKey())
                                .withFixedId(key.getId())
                                .makePrimary()));
        write(file, KeysetHandle.newBuilder(read()).deleteAt(at));
        return aside;
    }

    private int at(long id) {
        List<Listed> keys = keys();
        for (int at = 0; at < keys.size(); at++) {
            if (keys.get(at).id() == id) {
                return at;
            }
        }
        throw new CannotStart("no key " + id + " in " + file);
    }

    private static long id(KeysetHandle.Entry key) {
        return Integer.toUnsignedLong(key.getId());
    }

    private static KeysetHandle.Builder.Entry aKey() {
        return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId();
    }

    private KeysetHandle read() {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), AEAD, InsecureSecretKeyAccess.get());
        } catch (IOException unreadable) {
            throw new CannotStart("no keys can be read from " + file, unreadable);
        } catch (GeneralSecurityException none) {
            throw new CannotStart(file + " is no keyset", none);
        }
    }

    private static void write(Path to, KeysetHandle.Builder keyset) {
        try {
            PrivateFiles.write(
                    to, TinkJsonProtoKeysetFormat.serializeKeyset(keyset.build(), AEAD, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
