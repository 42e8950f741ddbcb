package lockstep.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import lockstep.local.CannotStart;

/** What this machine can do at all: a file digested, and encrypted onto the same disk and flushed, by openssl. */
final class OpenSsl {
    private static final String PROGRAM = "openssl";

    private final Path directory;
    private final Path certificate;

    OpenSsl(Path directory) {
        this.directory = directory;
        this.certificate = directory.resolve("throw-away.pem");
        run(
                PROGRAM,
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=bench",
                "-keyout",
                directory.resolve("throw-away.key").toString(),
                "-out",
                certificate.toString());
    }

    /** How long both took one after the other, and the digest. */
    record Figures(double seconds, String sha256) {}

    /** Refuses where the machine has no openssl. */
    static void mustBeThere() {
        try {
            new ProcessBuilder(PROGRAM, "version").start().getInputStream().readAllBytes();
        } catch (IOException missing) {
            throw new CannotStart("openssl is not in PATH: install it (Debian: apt-get install openssl)", missing);
        }
    }

    Figures run(Path file) {
        Path sealed = directory.resolve("sealed.cms");
        long begun = System.nanoTime();
        String digest = run(PROGRAM, "dgst", "-sha256", "-r", file.toString());
        run(
                PROGRAM,
                "cms",
                "-encrypt",
                "-aes-256-gcm",
                "-binary",
                "-stream",
                "-outform",
                "DER",
                "-in",
                file.toString(),
                "-out",
                sealed.toString(),
                certificate.toString());
        try (FileChannel channel = FileChannel.open(sealed, StandardOpenOption.WRITE)) {
            channel.force(true);
            double seconds = (System.nanoTime() - begun) / 1e9;
            Files.delete(sealed);
            return new Figures(seconds, digest.substring(0, 64));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String run(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("openssl failed:\n" + told);
            }
            return told;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
