package lockstep.local;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL as its Maven artifact carries it, unpacked once for all instances of a checkout. */
final class PostgresBinaries {
    /** Its resolver tells each search at level INFO; held here, since a logger that nobody holds forgets its level. */
    private static final Logger RESOLVER = Logger.getLogger("io.zonky.test");

    static {
        RESOLVER.setLevel(Level.WARNING);
    }

    private PostgresBinaries() {}

    /** The folder with {@code bin}; two launchers at once unpack it one after the other. */
    static Path unpacked(Checkout checkout) {
        Path folder = checkout.prepared().resolve("postgres");
        String edition = PostgresBinaries.class.getClassLoader().getResource(name()) + "";
        return Once.prepared(folder, edition, PostgresBinaries::unpack);
    }

    private static void unpack(Path folder) throws IOException {
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, folder);
            }
        }
    }

    /** The entry of this machine's artifact. */
    private static String name() {
        return "postgres-" + system() + "-" + machine() + ".txz";
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    }

    private static String machine() {
        return System.getProperty("os.arch").replace("amd64", "x86_64").replace("aarch64", "arm_64");
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("entry outside of its archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
