package lockstep.evidence;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real clamd with one signature of our own, for the harmless file that scanners are tried with. */
public class ClamdResource implements QuarkusTestResourceLifecycleManager {
    /** In two halves, so that no scanner takes this source for it. */
    public static final String HARMLESS_BUT_KNOWN =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    /** What its clamd takes at most, in bytes. */
    static final int MOST = 4 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static Process clamd;
    private Path directory;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("lockstep-clamd");
            int port = freePort();
            Files.writeString(
                    directory.resolve("lockstep.ndb"),
                    "Lockstep.Test.Harmless:0:*:"
                            + HexFormat.of().formatHex(HARMLESS_BUT_KNOWN.getBytes(StandardCharsets.US_ASCII)) + "\n");
            Path settings = directory.resolve("clamd.conf");
            Files.write(
                    settings,
                    List.of(
                            "Foreground yes",
                            "TCPAddr 127.0.0.1",
                            "TCPSocket " + port,
                            "DatabaseDirectory " + directory,
                            "StreamMaxLength " + MOST,
                            "LogFile " + directory.resolve("clamd.log")));
            clamd = new ProcessBuilder(program(), "--config-file=" + settings)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("out.log").toFile())
                    .start();
            await(port);
            return Map.of("LOCKSTEP_CLAMD", "127.0.0.1:" + port, "lockstep.scan.limit", String.valueOf(MOST));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String program() {
        return Stream.of("/usr/sbin/clamd", "/usr/bin/clamd", "/usr/local/sbin/clamd")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("clamd is missing: install clamav-daemon"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private void await(int port) throws IOException {
        Instant until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until) && clamd.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        throw new IllegalStateException("clamd did not start: " + Files.readString(directory.resolve("out.log")));
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        clamd.destroyForcibly();
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
