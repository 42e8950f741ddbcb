package lockstep.evidence;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import lockstep.evidence.storage.Keysets;

/**
 * A folder for sealed bytes and a fresh outer key, as the launcher makes them. All tests of a JVM have the same, as they
 * have the same database: its rows say that bytes are kept, also to a class that brings the same ones later.
 */
public class StorageResource implements QuarkusTestResourceLifecycleManager {
    /** Shared as a system property, because Quarkus loads this class more than once. */
    private static final String DIRECTORY = "lockstep.test.storage";

    @Override
    public Map<String, String> start() {
        Path directory = Path.of((String) System.getProperties().computeIfAbsent(DIRECTORY, _ -> made()));
        return Map.of(
                "LOCKSTEP_BLOBS_DIR",
                directory.resolve("blobs").toString(),
                "LOCKSTEP_KEK_FILE",
                directory.resolve("kek.json").toString());
    }

    private static String made() {
        try {
            Path directory = Files.createTempDirectory("lockstep-evidence");
            Keysets.fresh(directory.resolve("kek.json"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(directory)));
            return directory.toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void remove(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Nothing: it goes with the JVM. */
    @Override
    public void stop() {}
}
