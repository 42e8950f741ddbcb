package lockstep.evidence.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Sealed files named by random ids: a file is either whole, flushed and under its name, or not there. What clients send
 * as names never reaches the file system.
 */
@ApplicationScoped
public class BlobStore {
    private final Path directory;
    private final Path incoming;
    private final Path partial;
    private final KeyEncryption kek;
    private final long limit;

    @Inject
    public BlobStore(StorageSettings settings) {
        this(settings.blobsDir(), KeyEncryption.from(settings.kekFile()), settings.contentLimit());
    }

    BlobStore(Path directory, KeyEncryption kek, long limit) {
        this.directory = directory;
        this.incoming = directory.resolve("incoming");
        this.partial = directory.resolve("partial");
        this.kek = kek;
        this.limit = limit;
        try {
            Files.createDirectories(incoming);
            Files.createDirectories(partial);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write to " + directory, unwritable);
        }
    }

    public long limit() {
        return limit;
    }

    /**
     * Seals a stream to the end and flushes it; {@link #keep} or {@link #discard} must follow.
     *
     * @throws IOException if the stream breaks off: nothing is left behind then
     */
    public SealedBytes seal(InputStream plain) throws IOException {
        UUID blob = UUID.randomUUID();
        DataKey key = kek.create(blob);
        Path file = incomingFile(blob);
        boolean whole = false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream sealed = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
            Pieces.Passed passed = Pieces.seal(plain, sealed, key, limit);
            sealed.flush();
            channel.force(true);
            whole = true;
            return new SealedBytes(blob, passed.sha256(), passed.size(), Pieces.SIZE, kek.wrap(key), passed.head());
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** A blob of which nothing has come yet. */
    public Partial begin(long length) {
        UUID blob = UUID.randomUUID();
        return new Partial(blob, kek.wrap(kek.create(blob)), length, 0, new byte[0], new byte[0]);
    }

    /** Goes on with a blob from where it was checkpointed; whoever has the writer is the only one who writes. */
    public PartialWriter resume(Partial from) throws IOException {
        Path file = partialFile(from.blob());
        boolean first = Files.notExists(file);
        PartialWriter writer = PartialWriter.open(file, from, kek.unwrap(from.blob(), from.wrappedKey()));
        if (first) {
            flush(partial);
        } else {
            // Bytes that fill no piece are not written here, and yet it is gone on with.
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        }
        return writer;
    }

    /** A blob that has come in whole, as {@link #seal} would have left it: {@link #keep} or {@link #discard} must follow. */
    public SealedBytes whole(Partial come) {
        DataKey key = kek.unwrap(come.blob(), come.wrappedKey());
        try (InputStream sealed = Files.newInputStream(arrived(come.blob()))) {
            byte[] head = Pieces.head(sealed, key, come.length());
            String sha256 = HexFormat.of().formatHex(come.digest());
            return new SealedBytes(come.blob(), sha256, come.length(), Pieces.SIZE, come.wrappedKey(), head);
        } catch (NoSuchFileException gone) {
            throw new ContentDamaged(come.blob(), "its file is gone", gone);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The SHA-256 of a stream that is not kept, as lower-case hex. */
    public String digest(InputStream plain) throws IOException {
        return Pieces.digest(plain, limit);
    }

    /** Puts the sealed bytes under their name for good; after a transaction that failed they may be there already. */
    public void keep(SealedBytes sealed) {
        Path kept = file(sealed.blob());
        Path arrived = arrived(sealed.blob());
        try {
            Files.createDirectories(kept.getParent());
            if (!arrived.equals(kept)) {
                Files.move(arrived, kept, StandardCopyOption.ATOMIC_MOVE);
            }
            flush(kept.getParent());
            flush(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Forgets bytes that no exhibit holds. */
    public void discard(UUID blob) {
        try {
            Files.deleteIfExists(incomingFile(blob));
            Files.deleteIfExists(partialFile(blob));
            Files.deleteIfExists(file(blob));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Drops unfinished files to which nothing has been written for so long; how many. Goes by the file system's clock,
     * which wrote their times.
     */
    public int dropUnfinished(Duration still) {
        return drop(incoming, still);
    }

    /** The same for blobs that come in parts. */
    public int dropPartial(Duration still) {
        return drop(partial, still);
    }

    private static int drop(Path folder, Duration still) {
        Instant before = Instant.now().minus(still);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> abandoned =
                    files.filter(file -> lastWritten(file).isBefore(before)).toList();
            for (Path file : abandoned) {
                Files.deleteIfExists(file);
            }
            return abandoned.size();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file that another process has just moved away counts as written now. */
    private static Instant lastWritten(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException gone) {
            return Instant.MAX;
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
        DataKey key = kek.unwrap(blob.id(), blob.wrappedKey());
        try (InputStream sealed = Files.newInputStream(file(blob.id()))) {
            Pieces.Passed passed = Pieces.open(sealed, plain, key, blob.size());
            if (!passed.sha256().equals(blob.sha256())) {
                throw new ContentDamaged(blob.id(), "its digest is another one");
            }
        } catch (NoSuchFileException gone) {
            throw new ContentDamaged(blob.id(), "its file is gone", gone);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path incomingFile(UUID blob) {
        return incoming.resolve(blob + ".part");
    }

    private Path partialFile(UUID blob) {
        return partial.resolve(blob + ".part");
    }

    /** Where bytes lie that are complete: on their way in, or under their name already. */
    private Path arrived(UUID blob) {
        return Stream.of(partialFile(blob), file(blob))
                .filter(Files::exists)
                .findFirst()
                .orElse(incomingFile(blob));
    }

    /** Two levels of folders, so that no folder holds more than a few thousand of a million files. */
    Path file(UUID blob) {
        String name = blob.toString();
        return directory
                .resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }

    /** A new name is on disk only once its folder is. */
    private static void flush(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
