package lockstep.evidence.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FileStoreTest extends StoreContract {

    @Override
    SealedStore opened() {
        return new FileStore(directory.resolve("blobs"));
    }

    private Path file(UUID blob) {
        return new FileStore(directory.resolve("blobs")).file(blob);
    }

    @Override
    byte[] lying(UUID blob) throws IOException {
        return Files.readAllBytes(file(blob));
    }

    @Override
    void lie(UUID blob, byte[] bytes) throws IOException {
        Files.write(file(blob), bytes);
    }

    @Test
    void pieces_that_were_there_and_are_not_are_noticed() throws Exception {
        byte[] content = content(3 * PIECE);
        Partial come = sent(store.begin(content.length), content, 0, 2 * PIECE);
        Path file = directory.resolve("blobs/partial").resolve(come.blob() + ".part");
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.truncate(PIECE);
        }
        assertThrows(ContentDamaged.class, () -> store.resume(come));
    }

    @Test
    void only_one_writes() throws Exception {
        Partial come = store.begin(10);
        try (PartialWriter first = store.resume(come)) {
            assertThrows(PartialHeld.class, () -> store.resume(come));
            first.write(new byte[3], 0, 3);
        }
        store.resume(come).close();
    }

    @Test
    void what_comes_in_parts_is_not_dropped_with_what_was_to_come_in_one_go() throws Exception {
        Partial come = sent(store.begin(3 * PIECE), content(PIECE), 0, PIECE);
        assertEquals(0, store.dropUnfinished(Duration.ofMinutes(-1)));
        store.resume(come).close();
    }
}
