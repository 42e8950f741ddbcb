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
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies on disk is sealed, whole, and opens only if it is what was sealed. */
class BlobStoreTest {
    private static final int PIECE = Pieces.SIZE;
    private static final int SEALED_PIECE = PIECE + Pieces.OVERHEAD;
    private static final long LIMIT = 5L * PIECE;

    @TempDir
    private Path directory;

    private Keys keys;
    private FileStore files;
    private BlobStore store;

    @BeforeEach
    void open() throws Exception {
        keys = Keys.in(Keysets.fresh(directory.resolve("kek.json")));
        files = new FileStore(directory.resolve("blobs"));
        store = new BlobStore(files, keys, LIMIT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 77})
    void what_was_sealed_is_read_again(int size) throws Exception {
        byte[] content = content(size);
        SealedBytes sealed = seal(content);
        assertEquals(sha256(content), sealed.sha256());
        assertEquals(size, sealed.size());
        assertArrayEquals(content, read(new Blob(sealed)));
    }

    @Test
    void empty_content_is_sealed_too_and_says_so() throws Exception {
        SealedBytes sealed = seal(new byte[0]);
        assertEquals(0, sealed.size());
        assertArrayEquals(new byte[0], read(new Blob(sealed)));
    }

    @Test
    void no_plain_byte_is_on_disk() throws Exception {
        String secret = "the consignee is known to us";
        SealedBytes sealed = seal(secret.repeat(10_000).getBytes(StandardCharsets.UTF_8));
        String disk = Files.readString(files.file(sealed.blob()), StandardCharsets.ISO_8859_1);
        assertFalse(disk.contains("consignee"));
    }

    @Test
    void a_changed_byte_in_any_piece_is_refused() throws Exception {
        Blob blob = new Blob(seal(content(3 * PIECE + 500)));
        Path file = files.file(blob.id());
        long size = Files.size(file);
        for (long at : List.of(0L, 7L, SEALED_PIECE - 1L, SEALED_PIECE + 9L, 2L * SEALED_PIECE + 100, size - 1)) {
            flip(file, at);
            assertThrows(ContentDamaged.class, () -> store.verify(blob), "at " + at);
            flip(file, at);
        }
        store.verify(blob);
    }

    @Test
    void nothing_of_a_changed_piece_is_passed_on() throws Exception {
        Blob blob = new Blob(seal(content(2 * PIECE)));
        flip(files.file(blob.id()), SEALED_PIECE + 50);
        assertEquals(PIECE, passedOnBeforeRefusal(blob));
    }

    @Test
    void a_file_cut_short_is_refused_at_every_length() throws Exception {
        Blob blob = new Blob(seal(content(3 * PIECE)));
        byte[] whole = Files.readAllBytes(files.file(blob.id()));
        for (int length : List.of(0, 10, SEALED_PIECE, 2 * SEALED_PIECE, whole.length - 1)) {
            Files.write(files.file(blob.id()), Arrays.copyOf(whole, length));
            assertThrows(ContentDamaged.class, () -> store.verify(blob), "cut to " + length);
        }
    }

    /** Not by the digest of the whole, which is known only at the end, but by the piece itself. */
    @Test
    void a_piece_that_was_not_the_last_does_not_open_as_the_last() throws Exception {
        SealedBytes sealed = seal(content(3 * PIECE));
        byte[] whole = Files.readAllBytes(files.file(sealed.blob()));
        Files.write(files.file(sealed.blob()), Arrays.copyOf(whole, 2 * SEALED_PIECE));
        Blob shorter = new Blob(
                new SealedBytes(sealed.blob(), sealed.sha256(), 2L * PIECE, PIECE, sealed.wrappedKey(), new byte[0]));
        assertEquals(PIECE, passedOnBeforeRefusal(shorter));
    }

    @Test
    void a_longer_file_is_refused() throws Exception {
        Blob blob = new Blob(seal(content(PIECE)));
        byte[] whole = Files.readAllBytes(files.file(blob.id()));
        Files.write(files.file(blob.id()), Arrays.copyOf(whole, whole.length + 1));
        assertThrows(ContentDamaged.class, () -> store.verify(blob));
    }

    @Test
    void a_piece_in_another_place_does_not_open() throws Exception {
        Blob blob = new Blob(seal(content(3 * PIECE)));
        byte[] whole = Files.readAllBytes(files.file(blob.id()));
        byte[] swapped = whole.clone();
        System.arraycopy(whole, 0, swapped, SEALED_PIECE, SEALED_PIECE);
        System.arraycopy(whole, SEALED_PIECE, swapped, 0, SEALED_PIECE);
        Files.write(files.file(blob.id()), swapped);
        assertEquals(0, passedOnBeforeRefusal(blob));
    }

    @Test
    void a_piece_of_another_blob_does_not_open_even_under_the_same_key() throws Exception {
        DataKey key = keys.now().create(UUID.randomUUID());
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        Pieces.seal(new ByteArrayInputStream(content(500)), sealed::write, key, LIMIT);
        DataKey elsewhere = new DataKey(UUID.randomUUID(), key.keyset());
        ByteArrayInputStream bytes = new ByteArrayInputStream(sealed.toByteArray());
        assertThrows(ContentDamaged.class, () -> Pieces.open(bytes, OutputStream.nullOutputStream(), elsewhere, 500));
    }

    @Test
    void a_blob_does_not_open_as_another_one() throws Exception {
        SealedBytes one = seal(content(500));
        SealedBytes other = seal(content(500));
        Files.copy(files.file(one.blob()), files.file(other.blob()), StandardCopyOption.REPLACE_EXISTING);
        assertThrows(ContentDamaged.class, () -> store.verify(new Blob(other)));
        Blob withOthersKey =
                new Blob(new SealedBytes(other.blob(), one.sha256(), one.size(), PIECE, one.wrappedKey(), new byte[0]));
        assertThrows(ContentDamaged.class, () -> store.verify(withOthersKey));
    }

    @Test
    void without_the_right_outer_key_nothing_opens() throws Exception {
        Blob blob = new Blob(seal(content(500)));
        Keys other = Keys.in(Keysets.fresh(directory.resolve("other.json")));
        BlobStore stranger = new BlobStore(files, other, LIMIT);
        KeyMissing missing = assertThrows(KeyMissing.class, () -> stranger.verify(blob));
        assertEquals(keys.now().current(), missing.id());
    }

    @Test
    void a_digest_that_is_not_the_contents_is_refused() throws Exception {
        SealedBytes sealed = seal(content(500));
        Blob claimed = new Blob(
                new SealedBytes(sealed.blob(), sha256(content(501)), 500, PIECE, sealed.wrappedKey(), new byte[0]));
        assertThrows(ContentDamaged.class, () -> store.verify(claimed));
    }

    @Test
    void a_stream_that_breaks_off_leaves_nothing() throws Exception {
        InputStream broken = new InputStream() {
            private int left = 2 * PIECE;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("gone");
                }
                return 1;
            }
        };
        assertThrows(IOException.class, () -> store.seal(broken));
        assertEquals(List.of(), files());
    }

    @Test
    void too_long_a_stream_is_refused_and_leaves_nothing() throws Exception {
        byte[] content = content((int) LIMIT + 1);
        assertThrows(ContentTooLarge.class, () -> store.seal(new ByteArrayInputStream(content)));
        assertThrows(ContentTooLarge.class, () -> store.digest(new ByteArrayInputStream(content)));
        assertEquals(List.of(), files());
        assertEquals(
                LIMIT,
                store.seal(new ByteArrayInputStream(content, 0, (int) LIMIT)).size());
    }

    @Test
    void discarded_bytes_are_gone_before_and_after_they_are_kept() throws Exception {
        SealedBytes never = store.seal(new ByteArrayInputStream(content(10)));
        store.discard(never.blob());
        store.discard(seal(content(10)).blob());
        assertEquals(List.of(), files());
    }

    @Test
    void what_a_killed_process_left_unfinished_is_dropped_and_nothing_else() throws Exception {
        SealedBytes kept = seal(content(10));
        SealedBytes underWay = store.seal(new ByteArrayInputStream(content(11)));
        SealedBytes left = store.seal(new ByteArrayInputStream(content(12)));
        Path file = directory.resolve("blobs/incoming/" + left.blob() + ".part");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        assertEquals(1, store.dropUnfinished(Duration.ofHours(1)));
        assertFalse(Files.exists(file));
        store.keep(underWay);
        store.verify(new Blob(underWay));
        store.verify(new Blob(kept));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory.resolve("blobs"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private SealedBytes seal(byte[] content) throws IOException {
        SealedBytes sealed = store.seal(new ByteArrayInputStream(content));
        store.keep(sealed);
        assertTrue(Files.exists(files.file(sealed.blob())));
        return sealed;
    }

    private int passedOnBeforeRefusal(Blob blob) {
        ByteArrayOutputStream passedOn = new ByteArrayOutputStream();
        assertThrows(ContentDamaged.class, () -> store.copy(blob, passedOn));
        return passedOn.size();
    }

    private byte[] read(Blob blob) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        store.copy(blob, plain);
        return plain.toByteArray();
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private static void flip(Path file, long at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int was = bytes.read();
            bytes.seek(at);
            bytes.write(was ^ 1);
        }
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
