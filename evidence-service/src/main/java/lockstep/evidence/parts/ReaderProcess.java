package lockstep.evidence.parts;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.evidence.parts.reader.Kind;
import lockstep.evidence.parts.reader.ReadParts;
import lockstep.evidence.parts.reader.Wire;
import lockstep.evidence.storage.BlobReader;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.collections4.ListUtils;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.StringUtils;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.logging.log4j.Logger;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The process that reads one container, with a heap and a time of its own: whatever a container does to its reader, this
 * service only loses the container's parts. It is given the bytes that it asks for and nothing else of the service.
 */
final class ReaderProcess implements Closeable {
    /** Of each library that the reader uses, one class, to find where it lies. */
    private static final List<Class<?>> USED = List.of(
            ReadParts.class,
            ZipFile.class,
            IOUtils.class,
            StringUtils.class,
            Hex.class,
            MimeTokenStream.class,
            POIFSFileSystem.class,
            Logger.class,
            ListUtils.class);

    private final BlobReader container;
    private final Process process;
    private final DataInputStream from;
    private final DataOutputStream to;
    private final CompletableFuture<Void> alarm;
    private final byte[] buffer = new byte[Wire.MOST];
    private volatile boolean late;

    ReaderProcess(Kind kind, BlobReader container, PartsSettings settings) throws IOException {
        this.container = container;
        this.process = new ProcessBuilder(command(kind, container.size(), settings))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        this.from = new DataInputStream(new BufferedInputStream(process.getInputStream(), Wire.MOST));
        this.to = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), Wire.MOST));
        this.alarm = CompletableFuture.runAsync(
                () -> {
                    late = true;
                    process.destroyForcibly();
                },
                CompletableFuture.delayedExecutor(settings.time().toMillis(), TimeUnit.MILLISECONDS));
    }

    private static List<String> command(Kind kind, long size, PartsSettings settings) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.memory() + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dlog4j2.StatusLogger.level=OFF",
                "-cp",
                USED.stream().map(ReaderProcess::place).distinct().collect(Collectors.joining(File.pathSeparator)),
                ReadParts.class.getName(),
                kind.name(),
                String.valueOf(size),
                String.valueOf(settings.most()),
                String.valueOf(settings.ratio()),
                String.valueOf(settings.bytes()),
                String.valueOf(settings.multiparts()));
    }

    private static String place(Class<?> used) {
        try {
            return Path.of(used.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException nowhere) {
            throw new IllegalStateException(used.getName(), nowhere);
        }
    }

    /** The next thing that it says, other than what it asks for: that is answered. */
    byte next() throws IOException {
        while (true) {
            byte said = from.readByte();
            if (said != Wire.READ) {
                return said;
            }
            answer(from.readLong(), from.readInt());
        }
    }

    private void answer(long position, int count) throws IOException {
        int got = container.read(position, buffer, 0, Math.clamp(count, 1, buffer.length));
        to.writeInt(got);
        if (got > 0) {
            to.write(buffer, 0, got);
        }
        to.flush();
    }

    String text() throws IOException {
        return Wire.text(from);
    }

    byte[] bytes() throws IOException {
        return Wire.bytes(from, Wire.MOST);
    }

    void wanted(boolean wanted) throws IOException {
        to.writeByte(wanted ? Wire.SEND : Wire.SKIP);
        to.flush();
    }

    /** Why it said no more. */
    String end() {
        try {
            boolean ended = process.waitFor(10, TimeUnit.SECONDS);
            if (late) {
                return "out-of-time";
            }
            return ended && process.exitValue() == ReadParts.OUT_OF_MEMORY ? "too-much-memory" : "reader-failed";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "reader-failed";
        }
    }

    @Override
    public void close() {
        alarm.cancel(false);
        process.destroyForcibly();
        Stream.of(from, to, container).forEach(ReaderProcess::let);
    }

    private static void let(Closeable go) {
        try {
            go.close();
        } catch (IOException alreadyGone) {
            // The process is: nobody reads what was still to be said to it.
        }
    }
}
