package lockstep.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * What other commands must know of a running instance; {@code instance.json} in its data directory.
 *
 * @param launcher process id of the launcher
 * @param portBase web-ui's port
 * @param processes ids of its processes by name
 */
record State(long launcher, int portBase, Map<String, Long> processes) {

    static Path file(Path data) {
        return data.resolve("instance.json");
    }

    void write(Path data) {
        PrivateFiles.write(file(data), Json.pretty(this));
    }

    /** The instance that runs there now; a file that a killed launcher left behind counts for nothing. */
    static Optional<State> running(Path data) {
        if (!Files.exists(file(data))) {
            return Optional.empty();
        }
        try (Lock lock = lock(data)) {
            return lock == null ? Optional.of(Json.read(file(data), State.class)) : Optional.empty();
        }
    }

    /** The right to run an instance there, given up with the process however it ends; null if somebody has it. */
    static Lock lock(Path data) {
        try {
            FileChannel channel = FileChannel.open(
                    data.resolve("instance.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = held(channel);
            if (lock == null) {
                channel.close();
                return null;
            }
            return new Lock(channel);
        } catch (IOException failed) {
            throw new CannotStart("the data directory can't be used: " + failed.getMessage(), failed);
        }
    }

    private static FileLock held(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException byThisProcess) {
            return null;
        }
    }

    /** Held as long as the instance runs. */
    record Lock(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
