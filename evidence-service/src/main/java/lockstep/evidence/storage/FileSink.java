package lockstep.evidence.storage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Pieces at the end of a file that nobody else writes to. What has been written is flushed in the background already, so
 * that making it safe takes no longer than the last of it.
 */
final class FileSink implements SealedSink {
    private static final int BEHIND = 1 << 23;

    private final FileChannel channel;
    private FutureTask<Void> flushing;
    private int unflushed;

    private FileSink(FileChannel channel) {
        this.channel = channel;
    }

    /** Beyond the length there may be pieces of a process that was killed: they are cut off. */
    static FileSink open(UUID blob, Path file, long length) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean open = false;
        try {
            // A process that slept through the end of its lease must not write between what its successor writes.
            lock(channel);
            if (channel.size() < length) {
                throw new ContentDamaged(blob, Damage.GONE, "pieces that had been written are gone");
            }
            channel.truncate(length);
            channel.position(length);
            open = true;
            return new FileSink(channel);
        } finally {
            if (!open) {
                channel.close();
            }
        }
    }

    private static void lock(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() == null) {
                throw new PartialHeld();
            }
        } catch (OverlappingFileLockException sameProcess) {
            throw new PartialHeld();
        }
    }

    @Override
    public void write(byte[] sealedPiece) throws IOException {
        ByteBuffer sealed = ByteBuffer.wrap(sealedPiece);
        while (sealed.hasRemaining()) {
            channel.write(sealed);
        }
        unflushed += sealedPiece.length;
        if (unflushed >= BEHIND && (flushing == null || flushing.isDone())) {
            awaitFlush();
            unflushed = 0;
            flushing = new FutureTask<>(() -> {
                channel.force(false);
                return null;
            });
            Thread.ofVirtual().name("flush").start(flushing);
        }
    }

    /** A failure is told once by the system, and must not be lost with the thread to which it was told. */
    private void awaitFlush() throws IOException {
        if (flushing == null) {
            return;
        }
        try {
            flushing.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException failed) {
            throw new IOException("what was written could not be flushed", failed.getCause());
        }
    }

    /** The length alone says where to go on. */
    @Override
    public String safe() throws IOException {
        awaitFlush();
        channel.force(false);
        return "";
    }

    @Override
    public void finish() throws IOException {
        awaitFlush();
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        // Also under a flush: what that was for is not asked for any more.
        channel.close();
    }
}
