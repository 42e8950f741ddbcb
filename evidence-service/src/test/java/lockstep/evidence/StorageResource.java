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

/** A folder for sealed bytes and a fresh outer key, as the launcher makes them; gone after the tests. */
public class StorageResource implements QuarkusTestResourceLifecycleManager {
    private Path directory;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("lockstep-evidence");
            Path kek = Keysets.fresh(directory.resolve("kek.json"));
            return Map.of(
                    "LOCKSTEP_BLOBS_DIR", directory.resolve("blobs").toString(), "LOCKSTEP_KEK_FILE", kek.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void stop() {
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
