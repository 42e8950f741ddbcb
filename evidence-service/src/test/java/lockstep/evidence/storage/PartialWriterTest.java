package lockstep.evidence.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blobs that come in parts, over several processes. */
class PartialWriterTest {
    private static final int PIECE = Pieces.SIZE;

    @TempDir
    private Path directory;

    private BlobStore store;

    @BeforeEach
    void open() throws Exception {
        KeyEncryption kek = KeyEncryption.from(BlobStoreTest.keyset(directory.resolve("kek.json")));
        store = new BlobStore(directory.resolve("blobs"), kek, 100L * PIECE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 77})
    void what_comes_in_parts_of_any_size_is_read_as_a_whole(int length) throws Exception {
        byte[] content = content(length);
        Random random = new Random(length);
        Partial come = store.begin(length);
        while (!come.whole()) {
            int at = (int) come.received();
            come = sent(come, content, at, Math.min(length - at, 1 + random.nextInt(PIECE)));
        }
        assertArrayEquals(content, read(kept(come)));
    }

    @Test
    void beyond_the_last_checkpoint_there_is_nothing() throws Exception {
        byte[] content = content(4 * PIECE + 5);
        Partial come = sent(store.begin(content.length), content, 0, PIECE + 10);
        try (PartialWriter killed = store.resume(come)) {
            killed.write(content(2 * PIECE), 0, 2 * PIECE);
        }
        come = sent(come, content, PIECE + 10, content.length - PIECE - 10);
        assertArrayEquals(content, read(kept(come)));
    }

    @Test
    void pieces_that_were_there_and_are_not_are_noticed() throws Exception {
        byte[] content = content(3 * PIECE);
        Partial come = sent(store.begin(content.length), content, 0, 2 * PIECE);
        try (var file = Files.newByteChannel(part(come), StandardOpenOption.WRITE)) {
            file.truncate(PIECE);
        }
        assertThrows(ContentDamaged.class, () -> store.resume(come));
    }

    @Test
    void a_tail_opens_only_where_it_was_sealed() throws Exception {
        byte[] content = content(2 * PIECE);
        Partial come = sent(store.begin(content.length), content, 0, 100);
        Partial further = sent(come, content, 100, 50);
        Partial moved = new Partial(
                come.blob(), come.wrappedKey(), come.length(), further.received(), come.digest(), come.tail());
        assertThrows(ContentDamaged.class, () -> store.resume(moved));
        Partial foreign = sent(store.begin(content.length), content, 0, 100);
        Partial mixed = new Partial(
                come.blob(), come.wrappedKey(), come.length(), come.received(), come.digest(), foreign.tail());
        assertThrows(ContentDamaged.class, () -> store.resume(mixed));
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
    void what_is_remembered_holds_no_plain_byte() throws Exception {
        byte[] secret = "the consignee is known to us ".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        Partial come = sent(store.begin(secret.length), secret, 0, secret.length - 999);
        for (byte[] kept : new byte[][] {come.tail(), come.digest(), Files.readAllBytes(part(come))}) {
            String text = new String(kept, StandardCharsets.ISO_8859_1);
            assertFalse(text.contains("cons") || text.contains("known"));
        }
    }

    @Test
    void more_than_the_whole_is_not_taken() throws Exception {
        Partial come = store.begin(10);
        try (PartialWriter writer = store.resume(come)) {
            assertThrows(IllegalArgumentException.class, () -> writer.write(new byte[11], 0, 11));
        }
    }

    @Test
    void keeping_again_what_is_kept_changes_nothing() throws Exception {
        byte[] content = content(PIECE + 1);
        Partial come = sent(store.begin(content.length), content, 0, content.length);
        store.keep(store.whole(come));
        assertArrayEquals(content, read(kept(come)));
    }

    @Test
    void only_what_has_been_left_alone_is_dropped() throws Exception {
        Partial come = sent(store.begin(3 * PIECE), content(PIECE), 0, PIECE);
        assertEquals(0, store.dropPartial(Duration.ofMinutes(1)));
        assertEquals(0, store.dropUnfinished(Duration.ZERO));
        assertEquals(1, store.dropPartial(Duration.ofMillis(-1000)));
        assertThrows(ContentDamaged.class, () -> store.resume(come));
    }

    private Partial sent(Partial from, byte[] content, int at, int count) throws IOException {
        try (PartialWriter writer = store.resume(from)) {
            writer.write(content, at, count);
            return writer.checkpoint();
        }
    }

    private Blob kept(Partial come) throws Exception {
        SealedBytes sealed = store.whole(come);
        assertEquals(come.length(), sealed.size());
        store.keep(sealed);
        return new Blob(sealed);
    }

    private byte[] read(Blob blob) throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        store.copy(blob, plain);
        byte[] read = plain.toByteArray();
        assertEquals(
                blob.sha256(),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(read)));
        return read;
    }

    private Path part(Partial come) {
        return directory.resolve("blobs").resolve("partial").resolve(come.blob() + ".part");
    }

    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return Arrays.copyOf(content, length);
    }
}
