package lockstep.evidence.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The key-encryption keys as they are just now. They change while the service runs: they are read again whenever a key is
 * wanted that wasn't among them.
 */
@ApplicationScoped
public class Keys {
    private final String place;
    private final Supplier<String> source;
    private volatile KeyEncryption read;
    private volatile Set<Long> distrusted = Set.of();

    @Inject
    public Keys(StorageSettings settings) {
        this(
                settings.kek().isPresent()
                        ? "LOCKSTEP_KEK"
                        : settings.kekFile().orElseThrow(Keys::unnamed).toString(),
                () -> settings.kek().orElseGet(() -> text(settings.kekFile().orElseThrow(Keys::unnamed))));
    }

    private Keys(String place, Supplier<String> source) {
        this.place = place;
        this.source = source;
        readAgain();
    }

    /** Of a file; its path may stand in messages, its content never does. */
    static Keys in(Path file) {
        return new Keys(file.toString(), () -> text(file));
    }

    private static IllegalStateException unnamed() {
        return new IllegalStateException("neither LOCKSTEP_KEK_FILE nor LOCKSTEP_KEK is set");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the key-encryption keys cannot be read: " + file, unreadable);
        }
    }

    /** Where they are read from, for messages. */
    String place() {
        return place;
    }

    /** Those that are what they are called. */
    KeyEncryption now() {
        return read.without(distrusted);
    }

    /** All that are there under some id. */
    KeyEncryption all() {
        return read;
    }

    public final void readAgain() {
        try {
            read = KeyEncryption.of(source.get());
        } catch (GeneralSecurityException notAKeyset) {
            throw new IllegalStateException("not a usable keyset of key-encryption keys: " + place, notAKeyset);
        }
    }

    /** Under these ids stand other keys than those that have wrapped what is stored: they count as missing. */
    void distrust(Set<Long> ids) {
        distrusted = Set.copyOf(ids);
    }

    Set<Long> distrusted() {
        return distrusted;
    }

    /** @throws KeyMissing if the key that has wrapped it isn't there, even now */
    DataKey unwrap(UUID blob, byte[] wrapped) {
        try {
            return now().unwrap(blob, wrapped);
        } catch (KeyMissing perhapsNew) {
            readAgain();
            return now().unwrap(blob, wrapped);
        }
    }
}
