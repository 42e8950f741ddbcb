package lockstep.evidence.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Pieces at the end of a file that nobody else writes to. */
final class FileSink implements SealedSink {
    private final FileChannel channel;

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
    }

    /** The length alone says where to go on. */
    @Override
    public String safe() throws IOException {
        channel.force(false);
        return "";
    }

    @Override
    public void finish() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
