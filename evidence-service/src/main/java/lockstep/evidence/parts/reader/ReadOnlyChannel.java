package lockstep.evidence.parts.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import lockstep.evidence.apart.inside.Given;

/**
 * The container in the shape in which the OLE library wants a file. It comes through a pipe, so there is no file to map, lock or
 * hand over to another channel, and nothing is written: what {@link FileChannel} lets be asked of a file is refused.
 */
final class ReadOnlyChannel extends FileChannel {
    private final Given container;

    ReadOnlyChannel(Given container) {
        this.container = container;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return container.read(into);
    }

    @Override
    public int read(ByteBuffer into, long at) throws IOException {
        return container.position(at).read(into);
    }

    @Override
    public long read(ByteBuffer[] into, int from, int count) throws IOException {
        return container.read(into[from]);
    }

    @Override
    public long position() {
        return container.position();
    }

    @Override
    public FileChannel position(long to) throws IOException {
        container.position(to);
        return this;
    }

    @Override
    public long size() {
        return container.size();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public int write(ByteBuffer from, long at) {
        throw new NonWritableChannelException();
    }

    @Override
    public long write(ByteBuffer[] from, int first, int count) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileChannel truncate(long to) {
        throw new NonWritableChannelException();
    }

    @Override
    public void force(boolean all) {
        // Nothing is written.
    }

    @Override
    public long transferTo(long at, long count, WritableByteChannel to) throws IOException {
        throw noFile();
    }

    @Override
    public long transferFrom(ReadableByteChannel from, long at, long count) {
        throw new NonWritableChannelException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long at, long count) throws IOException {
        throw noFile();
    }

    @Override
    public FileLock lock(long at, long count, boolean shared) throws IOException {
        throw noFile();
    }

    @Override
    public FileLock tryLock(long at, long count, boolean shared) throws IOException {
        throw noFile();
    }

    private static IOException noFile() {
        return new IOException("a container comes through a pipe: it is no file to map, to lock or to hand over");
    }

    @Override
    protected void implCloseChannel() {
        container.close();
    }
}
