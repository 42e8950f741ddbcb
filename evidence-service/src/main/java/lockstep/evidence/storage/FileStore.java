package lockstep.evidence.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Files named by random ids: a file is either whole, flushed and under its name, or not there. */
final class FileStore implements SealedStore {
    private final Path directory;
    private final Path incoming;
    private final Path partial;
    /** The inner folders of which this process knows that they are on disk, by the first two bytes of their names. */
    private final BitSet made = new BitSet(1 << 16);

    FileStore(Path directory) {
        this.directory = directory;
        this.incoming = directory.resolve("incoming");
        this.partial = directory.resolve("partial");
        try {
            Files.createDirectories(incoming);
            Files.createDirectories(partial);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write to " + directory, unwritable);
        }
    }

    @Override
    public SealedSink create(UUID blob) throws IOException {
        return FileSink.open(blob, incomingFile(blob), 0);
    }

    @Override
    public SealedSink resume(UUID blob, String place, long length) throws IOException {
        Path file = partialFile(blob);
        boolean first = Files.notExists(file);
        SealedSink sink = FileSink.open(blob, file, length);
        if (first) {
            flush(partial);
        } else {
            // Bytes that fill no piece are not written here, and yet it is gone on with.
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        }
        return sink;
    }

    @Override
    public InputStream open(UUID blob, long from) throws IOException {
        InputStream sealed = Files.newInputStream(arrived(blob));
        sealed.skipNBytes(from);
        return sealed;
    }

    @Override
    public void keep(UUID blob) throws IOException {
        Path kept = file(blob);
        Path arrived = arrived(blob);
        makeFolders(blob);
        if (!arrived.equals(kept)) {
            Files.move(arrived, kept, StandardCopyOption.ATOMIC_MOVE);
        }
        flush(kept.getParent());
    }

    @Override
    public void discard(UUID blob) throws IOException {
        Files.deleteIfExists(incomingFile(blob));
        Files.deleteIfExists(partialFile(blob));
        Files.deleteIfExists(file(blob));
    }

    @Override
    public int dropUnfinished(Duration still) throws IOException {
        return drop(incoming, still);
    }

    @Override
    public int dropPartial(Duration still) throws IOException {
        return drop(partial, still);
    }

    /** Goes by the file system's clock, which wrote their times. */
    private static int drop(Path folder, Duration still) throws IOException {
        Instant before = Instant.now().minus(still);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> abandoned =
                    files.filter(file -> lastWritten(file).isBefore(before)).toList();
            for (Path file : abandoned) {
                Files.deleteIfExists(file);
            }
            return abandoned.size();
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

    private Path incomingFile(UUID blob) {
        return incoming.resolve(blob + ".part");
    }

    private Path partialFile(UUID blob) {
        return partial.resolve(blob + ".part");
    }

    /** Where bytes lie that are complete: under their name, or on their way in. */
    private Path arrived(UUID blob) {
        return Stream.of(file(blob), partialFile(blob))
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

    /** They are on disk when this returns, whoever has made them. */
    private void makeFolders(UUID blob) throws IOException {
        int inner = (int) (blob.getMostSignificantBits() >>> 48);
        synchronized (made) {
            if (made.get(inner)) {
                return;
            }
        }
        Path folder = file(blob).getParent();
        Files.createDirectories(folder);
        flush(folder.getParent());
        flush(directory);
        synchronized (made) {
            made.set(inner);
        }
    }

    /** A new name is on disk only once its folder is. */
    private static void flush(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
