package lockstep.evidence.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;

/** Seals what comes in and opens what is asked for; the sealed bytes lie in files or in an object store. */
@ApplicationScoped
public class BlobStore {
    private final SealedStore store;
    private final Keys keys;
    private final long limit;

    @Inject
    public BlobStore(SealedStore store, Keys keys, StorageSettings settings) {
        this(store, keys, settings.contentLimit());
    }

    BlobStore(SealedStore store, Keys keys, long limit) {
        this.store = store;
        this.keys = keys;
        this.limit = limit;
    }

    /** The largest content that comes in one go. */
    public long limit() {
        return limit;
    }

    /**
     * Seals a stream to the end and flushes it; {@link #keep} or {@link #discard} must follow.
     *
     * @throws IOException if the stream breaks off: nothing is left behind then
     */
    public SealedBytes seal(InputStream plain) throws IOException {
        return seal(plain, limit);
    }

    /** The same up to another limit. */
    public SealedBytes seal(InputStream plain, long most) throws IOException {
        UUID blob = UUID.randomUUID();
        DataKey key = keys.now().create(blob);
        boolean whole = false;
        try (SealedSink sink = store.create(blob)) {
            Pieces.Passed passed = Pieces.seal(plain, sink::write, key, most);
            sink.finish();
            whole = true;
            return new SealedBytes(
                    blob,
                    passed.sha256(),
                    passed.size(),
                    Pieces.SIZE,
                    keys.now().wrap(key),
                    passed.head());
        } finally {
            if (!whole) {
                store.discard(blob);
            }
        }
    }

    /** A blob of which nothing has come yet. */
    public Partial begin(long length) {
        UUID blob = UUID.randomUUID();
        KeyEncryption kek = keys.now();
        return new Partial(blob, kek.wrap(kek.create(blob)), length, 0, new byte[0], new byte[0], "");
    }

    /** Goes on with a blob from where it was checkpointed; whoever has the writer is the only one who writes. */
    public PartialWriter resume(Partial from) throws IOException {
        DataKey key = keys.unwrap(from.blob(), from.wrappedKey());
        SealedSink sink = store.resume(from.blob(), from.place(), Pieces.sealedLength(from.received() / Pieces.SIZE));
        return PartialWriter.open(sink, from, key);
    }

    /** A blob that has come in whole, as {@link #seal} would have left it: {@link #keep} or {@link #discard} must follow. */
    public SealedBytes whole(Partial come) {
        DataKey key = keys.unwrap(come.blob(), come.wrappedKey());
        try (InputStream sealed = store.open(come.blob())) {
            byte[] head = Pieces.head(sealed, key, come.length());
            String sha256 = HexFormat.of().formatHex(come.digest());
            return new SealedBytes(come.blob(), sha256, come.length(), Pieces.SIZE, come.wrappedKey(), head);
        } catch (NoSuchFileException gone) {
            throw new ContentDamaged(come.blob(), Damage.GONE, "its bytes are gone", gone);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The SHA-256 of a stream that is not kept, as lower-case hex. */
    public String digest(InputStream plain) throws IOException {
        return Pieces.digest(plain, limit);
    }

    /** Keeps the sealed bytes for good; after a transaction that failed they may be kept already. */
    public void keep(SealedBytes sealed) {
        try {
            store.keep(sealed.blob());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Forgets bytes that no exhibit holds. */
    public void discard(UUID blob) {
        try {
            store.discard(blob);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Removes the bytes of a blob whose key is destroyed; they may be gone already. */
    public void dispose(UUID blob) {
        try {
            store.dispose(blob);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Drops what was to come in one go and to which nothing has been written for so long; how many. */
    public int dropUnfinished(Duration still) {
        try {
            return store.dropUnfinished(still);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The same for blobs that come in parts. */
    public int dropPartial(Duration still) {
        try {
            return store.dropPartial(still);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** To read from any place of a blob, one piece at a time; each is checked before a byte of it is given. */
    public BlobReader reader(Blob blob) {
        return new BlobReader(store, keys.unwrap(blob.id(), blob.wrappedKey()), blob.size());
    }

    /** The same of bytes that are sealed and not kept. */
    public BlobReader reader(SealedBytes sealed) {
        return new BlobReader(store, keys.unwrap(sealed.blob(), sealed.wrappedKey()), sealed.size());
    }

    /** Whether any bytes lie there under this id. */
    public boolean has(UUID blob) {
        try (InputStream sealed = store.open(blob)) {
            return sealed.read() != -1;
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Reads a blob through to its end and passes on nothing.
     *
     * @throws ContentDamaged if any byte of it is not what was sealed
     */
    public void verify(Blob blob) {
        copy(blob, OutputStream.nullOutputStream());
    }

    /** Copies the plain bytes; every piece is checked before it is passed on, and the whole against its digest. */
    public void copy(Blob blob, OutputStream plain) {
        copy(keys.unwrap(blob.id(), blob.wrappedKey()), blob.size(), blob.sha256(), plain);
    }

    /** The same of bytes that are sealed and not kept. */
    public void copy(SealedBytes from, OutputStream plain) {
        copy(keys.unwrap(from.blob(), from.wrappedKey()), from.size(), from.sha256(), plain);
    }

    private void copy(DataKey key, long size, String sha256, OutputStream plain) {
        try (InputStream sealed = store.open(key.blob())) {
            Pieces.Passed passed = Pieces.open(sealed, plain, key, size);
            if (!passed.sha256().equals(sha256)) {
                throw new ContentDamaged(key.blob(), Damage.DIGEST, "its digest is another one");
            }
        } catch (NoSuchFileException gone) {
            throw new ContentDamaged(key.blob(), Damage.GONE, "its bytes are gone", gone);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
