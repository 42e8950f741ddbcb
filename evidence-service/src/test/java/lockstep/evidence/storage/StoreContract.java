package lockstep.evidence.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store does alike: blobs that come in one go, and blobs that come in parts over several processes. */
abstract class StoreContract {
    static final int PIECE = Pieces.SIZE;

    @TempDir
    Path directory;

    BlobStore store;
    private Path kek;

    /** A store as another process has it, on the same bytes. */
    abstract SealedStore opened();

    @BeforeEach
    void open() throws Exception {
        kek = Keysets.fresh(directory.resolve("kek.json"));
        store = anotherProcess();
    }

    private BlobStore anotherProcess() {
        return new BlobStore(opened(), Keys.in(kek), 100L * PIECE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PIECE - 1, PIECE, PIECE + 1, 8 * PIECE, 9 * PIECE + 5})
    void what_came_in_one_go_is_read_again(int length) throws Exception {
        byte[] content = content(length);
        SealedBytes sealed = store.seal(new ByteArrayInputStream(content));
        store.keep(sealed);
        assertEquals(sha256(content), sealed.sha256());
        assertArrayEquals(content, read(new Blob(sealed)));
    }

    /** The bytes as they lie there, past the store. */
    abstract byte[] lying(UUID blob) throws IOException;

    abstract void lie(UUID blob, byte[] bytes) throws IOException;

    @ParameterizedTest
    @ValueSource(ints = {0, 40, PIECE + 20, 2 * PIECE + 70, 2 * PIECE + 105})
    void a_byte_that_is_not_as_it_was_is_found_wherever_it_lies(int at) throws Exception {
        SealedBytes sealed = store.seal(new ByteArrayInputStream(content(2 * PIECE + 7)));
        store.keep(sealed);
        byte[] bytes = lying(sealed.blob());
        bytes[at] ^= 4;
        lie(sealed.blob(), bytes);
        assertEquals(Damage.SEAL, damageOf(new Blob(sealed)));
        bytes[at] ^= 4;
        lie(sealed.blob(), bytes);
        store.verify(new Blob(sealed));
    }

    @Test
    void what_is_gone_too_long_or_of_another_digest_is_found() throws Exception {
        SealedBytes sealed = store.seal(new ByteArrayInputStream(content(70)));
        store.keep(sealed);
        byte[] bytes = lying(sealed.blob());
        assertTrue(store.has(sealed.blob()));
        lie(sealed.blob(), Arrays.copyOf(bytes, bytes.length + 1));
        assertEquals(Damage.LENGTH, damageOf(new Blob(sealed)));
        lie(sealed.blob(), bytes);
        assertEquals(
                Damage.DIGEST,
                damageOf(new Blob(new SealedBytes(
                        sealed.blob(), "0".repeat(64), 70, sealed.pieceSize(), sealed.wrappedKey(), new byte[0]))));
        store.discard(sealed.blob());
        assertEquals(Damage.GONE, damageOf(new Blob(sealed)));
        assertFalse(store.has(sealed.blob()));
    }

    @Test
    void what_is_disposed_of_is_gone_and_can_be_so_twice() throws Exception {
        SealedBytes sealed = store.seal(new ByteArrayInputStream(content(70)));
        store.keep(sealed);
        store.dispose(sealed.blob());
        assertFalse(store.has(sealed.blob()));
        store.dispose(sealed.blob());
    }

    @Test
    void a_data_key_that_is_not_what_was_wrapped_is_damage_and_no_missing_key() throws Exception {
        SealedBytes sealed = store.seal(new ByteArrayInputStream(content(70)));
        store.keep(sealed);
        byte[] changed = sealed.wrappedKey().clone();
        changed[changed.length - 1] ^= 1;
        assertEquals(
                Damage.KEY,
                damageOf(new Blob(new SealedBytes(
                        sealed.blob(), sealed.sha256(), 70, sealed.pieceSize(), changed, new byte[0]))));
    }

    private Damage damageOf(Blob blob) {
        return assertThrows(ContentDamaged.class, () -> store.verify(blob)).damage();
    }

    @Test
    void a_data_key_that_is_wrapped_anew_opens_the_bytes_that_lie_there() throws Exception {
        byte[] content = content(2 * PIECE + 7);
        SealedBytes sealed = store.seal(new ByteArrayInputStream(content));
        store.keep(sealed);
        long first = Keysets.current(kek);
        Keysets.rotated(kek);
        KeyEncryption both = Keys.in(kek).now();
        byte[] anew = both.wrap(both.unwrap(sealed.blob(), sealed.wrappedKey()));
        Blob wrappedAnew = new Blob(new SealedBytes(
                sealed.blob(), sealed.sha256(), sealed.size(), sealed.pieceSize(), anew, sealed.head()));
        Keysets.without(kek, first);
        store = anotherProcess();
        assertArrayEquals(content, read(wrappedAnew));
        assertThrows(KeyMissing.class, () -> read(new Blob(sealed)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 8 * PIECE, 11 * PIECE + 77})
    void what_comes_in_parts_of_any_size_is_read_as_a_whole(int length) throws Exception {
        byte[] content = content(length);
        Random random = new Random(length);
        Partial come = store.begin(length);
        while (!come.whole()) {
            store = anotherProcess();
            int at = (int) come.received();
            come = sent(come, content, at, Math.min(length - at, 1 + random.nextInt(2 * PIECE)));
            assertEquals(come.whole() ? length : come.received(), come.received());
        }
        assertArrayEquals(content, read(kept(come)));
    }

    @Test
    void parts_of_one_byte_are_gone_on_with() throws Exception {
        byte[] content = content(3);
        Partial come = store.begin(3);
        for (int at = 0; at < 3; at++) {
            come = sent(come, content, at, 1);
            assertEquals(at + 1, come.received());
        }
        assertArrayEquals(content, read(kept(come)));
    }

    @Test
    void beyond_the_last_checkpoint_there_is_nothing() throws Exception {
        byte[] content = content(20 * PIECE + 5);
        Partial come = sent(store.begin(content.length), content, 0, PIECE + 10);
        try (PartialWriter killed = store.resume(come)) {
            killed.write(content(10 * PIECE), 0, 10 * PIECE);
        }
        store = anotherProcess();
        come = sent(come, content, PIECE + 10, content.length - PIECE - 10);
        assertArrayEquals(content, read(kept(come)));
    }

    @Test
    void a_tail_opens_only_where_it_was_sealed() throws Exception {
        byte[] content = content(2 * PIECE);
        Partial come = sent(store.begin(content.length), content, 0, 100);
        Partial further = sent(come, content, 100, 50);
        Partial moved = new Partial(
                come.blob(),
                come.wrappedKey(),
                come.length(),
                further.received(),
                come.digest(),
                come.tail(),
                come.place());
        assertThrows(ContentDamaged.class, () -> store.resume(moved));
        Partial foreign = sent(store.begin(content.length), content, 0, 100);
        Partial mixed = new Partial(
                come.blob(),
                come.wrappedKey(),
                come.length(),
                come.received(),
                come.digest(),
                foreign.tail(),
                come.place());
        assertThrows(ContentDamaged.class, () -> store.resume(mixed));
    }

    @Test
    void what_is_remembered_and_what_is_stored_hold_no_plain_byte() throws Exception {
        byte[] secret = "the consignee is known to us ".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        Partial come = sent(store.begin(secret.length), secret, 0, secret.length - 999);
        Partial whole = sent(come, secret, secret.length - 999, 999);
        try (InputStream stored = opened().open(whole.blob())) {
            for (byte[] kept : new byte[][] {come.tail(), come.digest(), stored.readAllBytes()}) {
                String text = new String(kept, StandardCharsets.ISO_8859_1);
                assertFalse(text.contains("consignee") || text.contains("known to us"));
            }
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
    void a_stream_that_breaks_off_leaves_nothing() {
        InputStream broken = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given++ > 2 * PIECE) {
                    throw new IOException("broken off");
                }
                return 7;
            }
        };
        assertThrows(IOException.class, () -> store.seal(broken));
        assertEquals(0, store.dropPartial(Duration.ofDays(-1)) + store.dropUnfinished(Duration.ofDays(-1)));
    }

    @Test
    void what_is_discarded_is_gone_however_far_it_had_come() throws Exception {
        byte[] content = content(2 * PIECE);
        Partial half = sent(store.begin(content.length), content, 0, PIECE + 3);
        store.discard(half.blob());
        assertThrows(ContentDamaged.class, () -> store.resume(half).checkpoint());
        Partial whole = sent(store.begin(content.length), content, 0, content.length);
        store.discard(whole.blob());
        assertThrows(ContentDamaged.class, () -> store.whole(whole));
        store.discard(UUID.randomUUID());
    }

    @Test
    void only_what_has_been_left_alone_is_dropped() throws Exception {
        byte[] content = content(10 * PIECE);
        Partial come = sent(store.begin(content.length), content, 0, 9 * PIECE);
        assertEquals(0, store.dropPartial(Duration.ofMinutes(1)));
        assertEquals(1, store.dropPartial(Duration.ofMinutes(-1)));
        assertThrows(ContentDamaged.class, () -> store.resume(come).checkpoint());
    }

    final Partial sent(Partial from, byte[] content, int at, int count) throws IOException {
        try (PartialWriter writer = store.resume(from)) {
            writer.write(content, at, count);
            return writer.checkpoint();
        }
    }

    final Blob kept(Partial come) {
        SealedBytes sealed = store.whole(come);
        assertEquals(come.length(), sealed.size());
        store.keep(sealed);
        return new Blob(sealed);
    }

    final byte[] read(Blob blob) throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        store.copy(blob, plain);
        byte[] read = plain.toByteArray();
        assertEquals(blob.sha256(), sha256(read));
        return read;
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }
}
