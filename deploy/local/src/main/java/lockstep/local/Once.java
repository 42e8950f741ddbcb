package lockstep.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Prepares a folder once for all instances of a checkout; it is whole and of the right edition, or it is made anew. */
final class Once {
    /** Fills the folder. */
    interface Work {
        void fill(Path folder) throws IOException;
    }

    private static final Map<Path, Object> THREADS = new ConcurrentHashMap<>();

    private Once() {}

    /** Two folders are prepared side by side; for one, a lock between processes guards the work and this one the lock. */
    static Path prepared(Path folder, String edition, Work work) {
        synchronized (THREADS.computeIfAbsent(folder, path -> new Object())) {
            return preparedAlone(folder, edition, work);
        }
    }

    private static Path preparedAlone(Path folder, String edition, Work work) {
        Path done = folder.resolveSibling(folder.getFileName() + ".done");
        try {
            Files.createDirectories(folder.getParent());
            try (RandomAccessFile guard = new RandomAccessFile(folder + ".lock", "rw");
                    var lock = guard.getChannel().lock()) {
                if (!lock.isValid() || !Files.exists(done) || !edition.equals(Files.readString(done))) {
                    Files.deleteIfExists(done);
                    PrivateFiles.remove(folder);
                    Files.createDirectories(folder);
                    work.fill(folder);
                    Files.writeString(done, edition);
                }
            }
            return folder;
        } catch (IOException failed) {
            throw new CannotStart(folder + " can't be prepared: " + failed.getMessage(), failed);
        }
    }
}
