package lockstep.evidence.apart;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.evidence.apart.inside.Wire;
import lockstep.evidence.storage.BlobReader;

/**
 * A process that works on bytes which nobody trusts: whatever they do to it, this service only loses its work. It is given
 * the bytes that it asks for and nothing else of the service.
 */
public final class Apart implements Closeable {
    /** Why a process said no more, where it is neither its memory nor its time. */
    public static final String FAILED = "reader-failed";

    private final BlobReader given;
    private final Process process;
    private final DataInputStream from;
    private final DataOutputStream to;
    private final CompletableFuture<Void> alarm;
    private final byte[] buffer = new byte[Wire.MOST];
    private volatile boolean late;

    /**
     * What is done, and within which bounds.
     *
     * @param main the class whose main method does it
     * @param used of each library that it uses, one class, to find where that lies
     * @param memory of its heap, in MiB
     */
    public record Work(Class<?> main, List<Class<?>> used, List<String> arguments, int memory, Duration time) {}

    /** Begins it; the reader is closed with it. */
    public Apart(Work work, BlobReader given) throws IOException {
        this.given = given;
        this.process = new ProcessBuilder(command(work))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        this.from = new DataInputStream(new BufferedInputStream(process.getInputStream(), Wire.MOST));
        this.to = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), Wire.MOST));
        this.alarm = CompletableFuture.runAsync(
                () -> {
                    late = true;
                    process.destroyForcibly();
                },
                CompletableFuture.delayedExecutor(work.time().toMillis(), TimeUnit.MILLISECONDS));
    }

    private static List<String> command(Work work) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + work.memory() + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Dlog4j2.StatusLogger.level=OFF",
                // A library that would put something into a file finds no place for it.
                "-Djava.io.tmpdir=/nowhere",
                "-Duser.home=/nowhere",
                "-cp",
                Stream.concat(Stream.of(work.main(), Wire.class), work.used().stream())
                        .map(Apart::place)
                        .distinct()
                        .collect(Collectors.joining(File.pathSeparator)),
                work.main().getName()));
        command.addAll(work.arguments());
        return command;
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
    public byte next() throws IOException {
        while (true) {
            byte said = from.readByte();
            if (said != Wire.READ) {
                return said;
            }
            answer(from.readLong(), from.readInt());
        }
    }

    private void answer(long position, int count) throws IOException {
        int got = given.read(position, buffer, 0, Math.clamp(count, 1, buffer.length));
        to.writeInt(got);
        if (got > 0) {
            to.write(buffer, 0, got);
        }
        to.flush();
    }

    public String text() throws IOException {
        return Wire.text(from);
    }

    public byte[] bytes() throws IOException {
        return Wire.bytes(from, Wire.MOST);
    }

    /** Something that it asks for beside the bytes. */
    public void say(String text) throws IOException {
        Wire.text(to, text);
        to.flush();
    }

    public void wanted(boolean wanted) throws IOException {
        to.writeByte(wanted ? Wire.SEND : Wire.SKIP);
        to.flush();
    }

    /** Why it said no more. */
    public String end() {
        try {
            boolean ended = process.waitFor(10, TimeUnit.SECONDS);
            if (late) {
                return "out-of-time";
            }
            return ended && process.exitValue() == Wire.OUT_OF_MEMORY ? "too-much-memory" : FAILED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    @Override
    public void close() {
        alarm.cancel(false);
        process.destroyForcibly();
        Stream.of(from, to, given).forEach(Apart::let);
    }

    private static void let(Closeable go) {
        try {
            go.close();
        } catch (IOException alreadyGone) {
            // The process is: nobody reads what was still to be said to it.
        }
    }
}
