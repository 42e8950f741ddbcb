package lockstep.evidence.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import lockstep.evidence.storage.RunningSha256.BouncyCastle;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.junit.jupiter.api.Test;

class RunningSha256Test {
    private final byte[] text = new byte[1_000_003];

    RunningSha256Test() {
        new Random(7).nextBytes(text);
    }

    private record Kind(Supplier<RunningSha256> begin, Function<byte[], RunningSha256> from) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    () -> new BouncyCastle(SHA256Digest.newInstance()),
                    state -> new BouncyCastle(SHA256Digest.newInstance(state))),
            new Kind(JdkSha256::begin, JdkSha256::from));

    /** An upgrade of the JDK that closes or moves it makes every upload several times as slow: it shall be told here. */
    @Test
    void the_jdks_can_be_saved_here() {
        assertTrue(JdkSha256.POSSIBLE);
    }

    @Test
    void each_goes_on_from_where_each_was_saved() throws Exception {
        byte[] whole = MessageDigest.getInstance("SHA-256").digest(text);
        for (Kind first : KINDS) {
            for (Kind second : KINDS) {
                for (int at : new int[] {0, 64, 65_536, 999_936}) {
                    RunningSha256 begun = first.begin().get();
                    begun.update(text, 0, at);
                    RunningSha256 gone = second.from().apply(begun.state());
                    gone.update(text, at, text.length - at);
                    assertArrayEquals(whole, gone.finish());
                    // What was saved is a copy: the first is not disturbed by the other.
                    begun.update(text, at, text.length - at);
                    assertArrayEquals(whole, begun.finish());
                }
            }
        }
    }

    @Test
    void both_save_the_same() {
        List<byte[]> states = KINDS.stream()
                .map(kind -> {
                    RunningSha256 digest = kind.begin().get();
                    digest.update(text, 0, 1 << 19);
                    return digest.state();
                })
                .toList();
        assertArrayEquals(states.get(0), states.get(1));
    }

    @Test
    void the_jdks_is_not_saved_within_a_block() {
        RunningSha256 digest = JdkSha256.begin();
        digest.update(text, 0, 65);
        assertThrows(IllegalStateException.class, digest::state);
        byte[] within = KINDS.getFirst().begin().get().state();
        within[15] = 1;
        assertThrows(IllegalArgumentException.class, () -> JdkSha256.from(within));
        assertThrows(IllegalArgumentException.class, () -> JdkSha256.from(new byte[20]));
    }

    /** As in {@link #main}, in a JVM without the option: uploads are digested all the same, and the log says how to be faster. */
    @Test
    void where_the_jdks_is_closed_the_other_one_does_the_work() throws Exception {
        Process closed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.jboss.logging.provider=jdk",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunningSha256Test.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(closed.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, closed.waitFor(), said);
        assertTrue(said.contains("start the JVM with " + JdkSha256.OPENED), said);
        byte[] whole = MessageDigest.getInstance("SHA-256").digest(text);
        assertTrue(said.contains("BouncyCastle " + HexFormat.of().formatHex(whole)), said);
    }

    /** Digests the text in two parts, and tells which of the two has done it. */
    public static void main(String[] none) {
        byte[] text = new RunningSha256Test().text;
        RunningSha256 begun = RunningSha256.begin();
        begun.update(text, 0, 65_536);
        RunningSha256 gone = RunningSha256.from(begun.state());
        gone.update(text, 65_536, text.length - 65_536);
        System.out.println(
                gone.getClass().getSimpleName() + " " + HexFormat.of().formatHex(gone.finish()));
    }
}
